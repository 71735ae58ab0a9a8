package vmapi_test

import (
	"testing"

	"github.com/burrowjs/burrow/vmapi"
)

// TestImportCycle: a module that runs before the one it imports from sees
// uninitialised variables there, also in its own top-level code.
func TestImportCycle(t *testing.T) {
	vm := vmapi.New(vmapi.Options{})
	got, err := vm.Do(func(c *vmapi.Call) (vmapi.Value, error) {
		module := func(text string) *vmapi.Module {
			m, err := vmapi.NewSourceTextModule(vm.Main(), text, vmapi.ModuleOptions{})
			if err != nil {
				t.Fatal(err)
			}
			return m
		}
		a := module("import 'b'; export let x = 1;")
		b := module("import { x } from 'a'; globalThis.result = []; for (const f of [() => x, () => 1]) try { result.push(x + 1) } catch (e) { result.push(e.name) }")
		if err := a.LinkRequests([]*vmapi.Module{b}); err != nil {
			return vmapi.Value{}, err
		}
		if err := b.LinkRequests([]*vmapi.Module{a}); err != nil {
			return vmapi.Value{}, err
		}
		if err := a.Instantiate(c); err != nil {
			return vmapi.Value{}, err
		}
		if _, err := a.Evaluate(c, vmapi.RunOptions{}); err != nil {
			return vmapi.Value{}, err
		}
		s, err := vmapi.NewScript("result.join()", vmapi.ScriptOptions{})
		if err != nil {
			return vmapi.Value{}, err
		}
		return s.Run(c, vm.Main(), vmapi.RunOptions{})
	})
	if err != nil || got.Export() != "ReferenceError,ReferenceError" {
		t.Errorf("got %v, %v", got.Export(), err)
	}
}
