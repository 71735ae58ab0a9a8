package vmapi

import (
	"errors"

	"github.com/burrowjs/burrow/bytecode"
	"github.com/burrowjs/burrow/interp"
	"github.com/burrowjs/burrow/object"
)

// Cached data is what the compiler has made of a text, as bytes that may be kept
// with the text. It is taken only by the same version of the engine, for the same
// text, compiled in the same way (a script, a module, a function with the same
// parameters); otherwise it is rejected and the text compiled as if there were
// none. File names and offsets may differ. Whoever can write the cache decides
// what code runs, as whoever can write the text does, but broken or malicious
// data cannot harm the process: it is verified before it is used.

// CachedDataRejected reports whether ScriptOptions.CachedData was given and not
// taken (script.cachedDataRejected).
func (s *Script) CachedDataRejected() bool { return s.rejected }

// CreateCachedData returns data for ScriptOptions.CachedData
// (script.createCachedData). Functions that have not been called yet are left
// out, and are compiled when they are called, unless they are called at once
// where they stand in the text; so data made after a run loads more at once. It
// may be called at any time, also while the script is running.
func (s *Script) CreateCachedData() []byte {
	return bytecode.EncodeFunction(s.template, bytecode.NewCacheKey(bytecode.CacheScript, s.source.Text))
}

// CachedDataRejected reports whether ModuleOptions.CachedData was given and not
// taken. node:vm throws in this case.
func (m *Module) CachedDataRejected() bool { return m.rejected }

// CreateCachedData returns data for ModuleOptions.CachedData
// (sourceTextModule.createCachedData). The module must not have been evaluated.
func (m *Module) CreateCachedData() ([]byte, error) {
	c := m.record.Compiled()
	if c == nil || m.Status() > ModuleLinked {
		return nil, ErrModuleStatus
	}
	return bytecode.EncodeModule(c, bytecode.NewCacheKey(bytecode.CacheModule, m.source.Text)), nil
}

// ErrNotCompiled is returned for a function that CompileFunction has not made.
var ErrNotCompiled = errors.New("vmapi: the function was not made by CompileFunction")

// CreateCachedData returns data for FunctionOptions.CachedData from a function
// that CompileFunction has made.
func (c *Call) CreateCachedData(f Value) ([]byte, error) {
	t, ref := compiledFunction(f)
	if ref == nil {
		return nil, ErrNotCompiled
	}
	return bytecode.EncodeFunction(t, bytecode.NewCacheKey(ref.kind, t.Source.Text)), nil
}

// CachedDataRejected reports whether FunctionOptions.CachedData was given and
// not taken when CompileFunction made f.
func (c *Call) CachedDataRejected(f Value) bool {
	_, ref := compiledFunction(f)
	return ref != nil && ref.rejected
}

// compiledFunction returns what CompileFunction has made f of.
func compiledFunction(f Value) (*bytecode.Function, *referrer) {
	o := f.value().ObjectOrNil()
	if o == nil || o.Kind() != object.KindClosure {
		return nil, nil
	}
	t := interp.TemplateOf(o)
	ref, _ := t.Source.HostDefined.(*referrer)
	if ref == nil || ref.function != t {
		return nil, nil
	}
	return t, ref
}
