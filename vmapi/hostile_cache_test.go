package vmapi_test

import (
	"bytes"
	"encoding/binary"
	"errors"
	"math/rand/v2"
	"testing"
	"time"

	"github.com/burrowjs/burrow/bytecode"
	"github.com/burrowjs/burrow/internal/jstring"
	"github.com/burrowjs/burrow/vmapi"
)

// FuzzDecodeCache changes caches in ways that the checksum would find, corrects
// the checksum, and runs what is accepted: nothing may panic.
func FuzzDecodeCache(f *testing.F) {
	caches := hostileCaches(f)
	for i := range caches {
		f.Add(uint8(i), []byte{})
	}
	f.Fuzz(func(t *testing.T, which uint8, edits []byte) {
		i := int(which) % len(caches)
		data := bytes.Clone(caches[i])
		for ; len(edits) >= 4; edits = edits[4:] {
			const header = 41
			at := header + int(binary.LittleEndian.Uint16(edits))%(len(data)-header)
			switch edits[2] % 4 {
			case 0:
				data[at] ^= edits[3]
			case 1:
				data[at] += edits[3]
			case 2:
				data = append(data[:at], data[min(at+int(edits[3]%8), len(data)):]...)
			case 3:
				data = append(data[:at], append([]byte{edits[3]}, data[at:]...)...)
			}
			if len(data) <= header {
				return
			}
		}
		bytecode.Seal(data)
		runHostile(t, hostilePrograms[i%len(hostilePrograms)], data)
	})
}

// hostilePrograms are what the tests of broken caches start from.
var hostilePrograms = []string{cacheProgram,
	"function f(a) { return a + 1 } f(2) + 'x'",
	"var a = [3, 1, 2], s = 0; for (const x of a) { s += x; if (s > 4) break } a.sort((p, q) => p - q).join() + s",
	"class A { #x = 1; static #y = 2; get z() { return this.#x } set z(v) { this.#x = v } m() { return #x in this } } class B extends A { constructor() { const f = () => super(); f(); this.w = super.z } } new B().m()",
	"function* g() { const x = yield 1; try { yield* [x, 2] } finally { yield 3 } } const i = g(); [...i, i.next(4), i.return(5)].length",
	"async function* g() { yield 1; await 2 } (async () => { for await (const x of g()) x; try { await Promise.reject(1) } catch (e) { return e } })()",
	"function f(a, b) { arguments[0] = 5; with (a) { b = toString } eval('var q = a'); return typeof q + b } f({}, 2)",
	"let {a, ...r} = {a: 1, b: 2, c: 3}; const [p = a, [q], ...z] = [undefined, [1], 3, 4]; label: for (let i = 0; i < 3; i++) { for (const k in r) { if (k === 'c') continue label; setT = () => i + k } }",
	"'use strict'; function f(n, acc) { switch (n) { case 0: return acc; case 1: case 2: return f(n - 1, acc + n); case 3: return f(0, 7) } return f(n - 4, acc * 2) } { using d = { [Symbol.dispose]() {} }; f(9, 1) }",
}

// hostileCaches are their caches after a run, and then those before it, with
// functions to be compiled.
func hostileCaches(t testing.TB) (caches [][]byte) {
	var before [][]byte
	for _, p := range hostilePrograms {
		s, err := vmapi.NewScript(p, vmapi.ScriptOptions{})
		if err != nil {
			t.Fatal(p, err)
		}
		before = append(before, s.CreateCachedData())
		if _, err := s.RunInThisContext(vmapi.New(vmapi.Options{}), vmapi.RunOptions{}); err != nil {
			t.Fatal(p, err)
		}
		caches = append(caches, s.CreateCachedData())
	}
	return append(caches, before...)
}

// FuzzVerifiedCode changes instructions rather than bytes: opcodes, operands,
// order, jumps and handlers, so that more of what it makes is accepted.
func FuzzVerifiedCode(f *testing.F) {
	caches := hostileCaches(f)
	for i := range hostilePrograms {
		f.Add(uint64(i))
	}
	f.Fuzz(func(t *testing.T, seed uint64) {
		r := rand.New(rand.NewPCG(seed, 1))
		i := r.IntN(len(hostilePrograms))
		text := jstring.FromGo(hostilePrograms[i])
		key := bytecode.NewCacheKey(bytecode.CacheScript, text)
		for range 20 {
			fn, err := bytecode.DecodeFunction(caches[i], key, &bytecode.Source{Text: text})
			if err != nil {
				t.Fatal(err)
			}
			all := functionsOf(fn, nil)
			for range 1 + r.IntN(3) {
				changeCode(r, all[r.IntN(len(all))])
			}
			runHostile(t, hostilePrograms[i], bytecode.EncodeFunction(fn, key))
		}
	})
}

func functionsOf(fn *bytecode.Function, list []*bytecode.Function) []*bytecode.Function {
	if !fn.IsCompiled() {
		return list
	}
	fn.MarkRun()
	list = append(list, fn)
	for _, inner := range fn.Functions {
		list = functionsOf(inner, list)
	}
	return list
}

// changeCode makes one change that has a chance to be accepted.
func changeCode(r *rand.Rand, fn *bytecode.Function) {
	n := len(fn.Code) - 1
	in := &fn.Code[r.IntN(n)]
	other := fn.Code[r.IntN(n)]
	small := uint16(r.IntN(int(fn.NumRegs) + 1))
	switch r.IntN(14) {
	case 0, 1:
		in.A = small
	case 2, 3:
		in.B = small
	case 4, 5:
		in.C = small
	case 6:
		in.Op = other.Op
	case 7:
		*in = other
	case 8:
		in.Op = uint8(r.IntN(len(bytecode.Table)))
	case 9:
		*in = bytecode.Instr{Op: bytecode.OpEXT, N: uint8(r.IntN(len(bytecode.ExtTable))), A: in.A, B: in.B, C: in.C}
	case 10:
		*in = bytecode.Instr{Op: bytecode.OpMOVE, A: small, B: other.A}
	case 11:
		if len(fn.Handlers) > 0 {
			h := &fn.Handlers[r.IntN(len(fn.Handlers))]
			h.Start, h.Reg = uint32(r.IntN(n)), small
		}
	case 12:
		if len(fn.Captures) > 0 {
			c := &fn.Captures[r.IntN(len(fn.Captures))]
			c.FromParent, c.Index = r.IntN(2) == 0, uint32(small)
		}
	case 13:
		fn.Flags ^= 1 << r.IntN(16)
	}
}

// runHostile runs a script out of a cache under tight limits.
func runHostile(t *testing.T, text string, data []byte) (taken bool) {
	watch := time.AfterFunc(30*time.Second, func() { panic("the limits do not end it") })
	defer watch.Stop()
	s, err := vmapi.NewScript(text, vmapi.ScriptOptions{CachedData: data})
	if err != nil {
		t.Fatal(err)
	}
	if s.CachedDataRejected() {
		return false
	}
	vm := vmapi.New(vmapi.Options{StepLimit: 20000, MemoryLimit: 64 << 20})
	v, err := s.RunInThisContext(vm, vmapi.RunOptions{Timeout: 2 * time.Second})
	if err == nil {
		v.Export()
	}
	if p := (*vmapi.PanicError)(nil); errors.As(err, &p) {
		t.Errorf("%v\n%s", p, p.Stack)
	}
	return true
}

// TestHostileCaches changes each byte of the payload of each program's cache.
func TestHostileCaches(t *testing.T) {
	if testing.Short() {
		t.Skip("takes long")
	}
	const header = 41
	taken, all := 0, 0
	for _, text := range []string{cacheProgram} {
		s, err := vmapi.NewScript(text, vmapi.ScriptOptions{})
		if err != nil {
			t.Fatal(err)
		}
		if _, err := s.RunInThisContext(vmapi.New(vmapi.Options{}), vmapi.RunOptions{}); err != nil {
			t.Fatal(err)
		}
		data := s.CreateCachedData()
		for at := header; at < len(data); at++ {
			for _, x := range []byte{1, 2, 4, 0x80} {
				bad := bytes.Clone(data)
				bad[at] ^= x
				bytecode.Seal(bad)
				all++
				func() {
					defer func() {
						if p := recover(); p != nil {
							t.Errorf("byte %d ^ %x: %v", at, x, p)
						}
					}()
					if runHostile(t, text, bad) {
						taken++
					}
				}()
			}
		}
	}
	t.Logf("%d of %d taken", taken, all)
}
