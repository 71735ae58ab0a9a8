package host

import (
	"path/filepath"

	"github.com/burrowjs/burrow/vmapi"
)

// requireModule is require of an ES module: its namespace, if nothing in its
// graph waits. A module that exports something as "module.exports" decides
// itself; one with a default export gets __esModule, for code that was compiled
// from imports.
func (h *Host) requireModule(c *vmapi.Call, file, from string) (vmapi.Value, error) {
	key := "require:" + file
	if wrapper := h.esm[key]; wrapper != nil {
		return wrapper.module.Namespace(c)
	}
	m, err := h.loadFile(c, file, "")
	if err == nil {
		err = h.linkGraph(c, m)
	}
	if err != nil {
		return vmapi.Value{}, err
	}
	if m.module.Status() == vmapi.ModuleEvaluating {
		return vmapi.Value{}, c.Throw(c.NewError("Error", "ERR_REQUIRE_CYCLE_MODULE", "Cannot require() ES Module "+file+" in a cycle. (from "+from+")"))
	}
	if err := h.evaluateNow(c, m, file, from); err != nil {
		return vmapi.Value{}, err
	}
	namespace, err := m.module.Namespace(c)
	if err != nil {
		return vmapi.Value{}, err
	}
	own := func(name string) bool {
		_, found, err := c.OwnProperty(namespace, c.Key(name))
		return err == nil && found
	}
	if own("module.exports") {
		return c.Get(namespace, "module.exports")
	}
	if !own("default") || own("__esModule") {
		return namespace, nil
	}
	url := fileURL(file)
	wrapper, err := h.sourceModule(c, key, url, "export * from 'original'; export { default } from 'original'; export const __esModule = true;")
	if err != nil {
		return vmapi.Value{}, err
	}
	var both []*vmapi.Module
	for range wrapper.module.Requests() {
		both = append(both, m.module)
	}
	wrapper.linked = true
	if err := wrapper.module.LinkRequests(both); err != nil {
		return vmapi.Value{}, err
	}
	if err := h.evaluateNow(c, wrapper, file, from); err != nil {
		return vmapi.Value{}, err
	}
	return wrapper.module.Namespace(c)
}

// evaluateNow runs a module that must not wait.
func (h *Host) evaluateNow(c *vmapi.Call, m *esModule, file, from string) error {
	if err := m.module.Instantiate(c); err != nil {
		return err
	}
	p, err := m.module.Evaluate(c, vmapi.RunOptions{})
	if err != nil {
		return err
	}
	switch state, reason, _ := p.PromiseState(); state {
	case "rejected":
		p.MarkHandled()
		h.onRejection(c, p, true)
		return c.Rethrow(reason)
	case "pending":
		return c.Throw(c.NewError("Error", "ERR_REQUIRE_ASYNC_MODULE", "require() cannot be used on an ESM graph with top-level await. Use import() instead. "+
			"To see where the top-level await comes from, use --experimental-print-required-tla.\n  From "+from+" \n  Requiring "+filepath.Clean(file)+" "))
	}
	return nil
}
