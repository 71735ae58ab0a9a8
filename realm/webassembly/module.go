package webassembly

import (
	"math"
	"unsafe"

	"github.com/burrowjs/burrow/interp"
	"github.com/burrowjs/burrow/object"
)

var (
	intrinsicModule            = object.DeclareIntrinsic("WebAssembly.Module")
	intrinsicModulePrototype   = object.DeclareIntrinsic("WebAssembly.Module.prototype")
	intrinsicInstance          = object.DeclareIntrinsic("WebAssembly.Instance")
	intrinsicInstancePrototype = object.DeclareIntrinsic("WebAssembly.Instance.prototype")
	classModule                = &object.Class{Name: "WebAssembly.Module", Kind: object.KindOther}
	classInstance              = &object.Class{Name: "WebAssembly.Instance", Kind: object.KindOther}
)

// module is a module without anything but custom sections.
type module struct{ custom []customSection }

type customSection struct {
	name string
	data []byte
}

// instance is what a module is instantiated to: an empty object of exports.
type instance struct{ exports *object.Object }

func init() {
	classInstance.Trace = func(o *object.Object, v object.Visitor) { v.Object(object.Payload[instance](o).exports) }
	defineClass("Module", 1, intrinsicModule, intrinsicModulePrototype, moduleConstructor,
		[]object.Prop{
			enumerable("imports", 1, moduleImports), enumerable("exports", 1, moduleExports),
			enumerable("customSections", 2, moduleCustomSections),
		}, nil)
	defineClass("Instance", 1, intrinsicInstance, intrinsicInstancePrototype, instanceConstructor, nil,
		[]object.Prop{attribute("exports", instanceExports, nil)})
}

// source returns the bytes of a buffer source.
func source(c *object.Call, what string) ([]byte, error) {
	v := c.Arg(0)
	var data []byte
	if b := object.BufferData(v); b != nil {
		if b.Shared != nil {
			data = make([]byte, b.Shared.Len())
			b.Shared.CopyOut(data, 0)
		} else {
			data = b.Data
		}
	} else if t := object.TypedArrayOf(v); t != nil {
		data = t.Bytes()
	} else {
		return nil, c.Agent.TypeError("WebAssembly.%s: Argument 0 must be a buffer source", what)
	}
	if len(data) == 0 {
		return nil, compileError(c.Agent, "WebAssembly.%s: BufferSource argument is empty", what)
	}
	return data, nil
}

// mayCompile asks the host whether code may be generated in the current realm.
func mayCompile(a *object.Agent, what string) error {
	if f := a.Host.CanCompileWasm; f != nil && !f(a, a.CurrentRealm()) {
		return compileError(a, "WebAssembly.%s: Wasm code generation disallowed by embedder", what)
	}
	return nil
}

// decode reads a module, as far as it can be had.
func decode(a *object.Agent, data []byte, what string) (*module, error) {
	for i, part := range []struct {
		name string
		want [4]byte
	}{{"magic word", [4]byte{0, 'a', 's', 'm'}}, {"version", [4]byte{1}}} {
		at := 4 * i
		if len(data) < at+4 {
			return nil, compileError(a, "WebAssembly.%s: expected 4 bytes, fell off end @+%d", what, at)
		}
		if got := [4]byte(data[at:]); got != part.want {
			return nil, compileError(a, "WebAssembly.%s: expected %s % x, found % x @+%d", what, part.name, part.want[:], got[:], at)
		}
	}
	m := &module{}
	for at := 8; at < len(data); {
		if data[at] != 0 {
			return nil, compileError(a, "WebAssembly.%s: this engine does not run WebAssembly code @+%d", what, at)
		}
		size, next, ok := leb(data, at+1)
		if !ok || size > len(data)-next {
			return nil, compileError(a, "WebAssembly.%s: section (code 0) extends past end of the module @+%d", what, at)
		}
		end := next + size
		n, name, ok := leb(data[:end], next)
		if !ok || n > end-name {
			return nil, compileError(a, "WebAssembly.%s: expected %d bytes, fell off end @+%d", what, n, name)
		}
		m.custom = append(m.custom, customSection{string(data[name : name+n]), append([]byte(nil), data[name+n:end]...)})
		at = end
	}
	return m, nil
}

// leb reads an unsigned LEB128 number; no size in a module is above 31 bits.
func leb(data []byte, at int) (n, next int, ok bool) {
	var x uint64
	for shift := 0; shift < 35 && at < len(data); shift += 7 {
		b := data[at]
		at++
		x |= uint64(b&0x7F) << shift
		if b < 0x80 {
			return int(x), at, x <= math.MaxInt32
		}
	}
	return 0, at, false
}

func compileFrom(c *object.Call, what string) (*module, error) {
	data, err := source(c, what)
	if err == nil {
		err = mayCompile(c.Agent, what)
	}
	if err == nil {
		err = c.Agent.Charge(len(data) + 64)
	}
	if err != nil {
		return nil, err
	}
	return decode(c.Agent, data, what)
}

func newModule(a *object.Agent, m *module) object.Value {
	return object.Obj(a.NewOf(classModule, a.CurrentRealm().Intrinsic(intrinsicModulePrototype), unsafe.Pointer(m)))
}

func newInstance(a *object.Agent) (object.Value, error) {
	exports := a.NewObject(nil)
	if _, err := object.SetIntegrityLevel(a, exports, object.Frozen); err != nil {
		return object.Undefined, err
	}
	return object.Obj(a.NewOf(classInstance, a.CurrentRealm().Intrinsic(intrinsicInstancePrototype), unsafe.Pointer(&instance{exports}))), nil
}

// https://webassembly.github.io/spec/js-api/#dom-module-module
func moduleConstructor(c *object.Call) (object.Value, error) {
	if err := needNew(c, "Module"); err != nil {
		return object.Undefined, err
	}
	m, err := compileFrom(c, "Module()")
	if err != nil {
		return object.Undefined, err
	}
	o, err := object.OrdinaryCreateFromConstructor(c.Agent, c.NewTarget, intrinsicModulePrototype, classModule, unsafe.Pointer(m))
	if err != nil {
		return object.Undefined, err
	}
	return object.Obj(o), nil
}

// https://webassembly.github.io/spec/js-api/#dom-module-imports
func moduleImports(c *object.Call) (object.Value, error) { return noList(c, "imports") }

// https://webassembly.github.io/spec/js-api/#dom-module-exports
func moduleExports(c *object.Call) (object.Value, error) { return noList(c, "exports") }

// noList is the list of what a module has none of.
func noList(c *object.Call, name string) (object.Value, error) {
	if object.PayloadOf[module](c.Arg(0), classModule) == nil {
		return object.Undefined, c.Agent.TypeError("WebAssembly.Module.%s(): Argument 0 must be a WebAssembly.Module", name)
	}
	return object.Obj(c.Agent.NewArrayFrom(nil)), nil
}

// https://webassembly.github.io/spec/js-api/#dom-module-customsections
func moduleCustomSections(c *object.Call) (object.Value, error) {
	m := object.PayloadOf[module](c.Arg(0), classModule)
	if m == nil {
		return object.Undefined, c.Agent.TypeError("WebAssembly.Module.customSections(): Argument 0 must be a WebAssembly.Module")
	}
	if c.Arg(1).IsUndefined() {
		return object.Undefined, c.Agent.TypeError("WebAssembly.Module.customSections(): Argument 1 is required")
	}
	name, err := object.ToString(c.Agent, c.Arg(1))
	if err != nil {
		return object.Undefined, err
	}
	var out []object.Value
	proto := c.Agent.CurrentRealm().Intrinsic(object.IntrinsicArrayBufferPrototype)
	for _, s := range m.custom {
		if s.name == name.String() {
			if err := c.Agent.Charge(len(s.data) + 64); err != nil {
				return object.Undefined, err
			}
			out = append(out, object.Obj(c.Agent.NewArrayBuffer(proto, append([]byte(nil), s.data...), -1)))
		}
	}
	return object.Obj(c.Agent.NewArrayFrom(out)), nil
}

// https://webassembly.github.io/spec/js-api/#dom-instance-instance
func instanceConstructor(c *object.Call) (object.Value, error) {
	if err := needNew(c, "Instance"); err != nil {
		return object.Undefined, err
	}
	if object.PayloadOf[module](c.Arg(0), classModule) == nil {
		return object.Undefined, c.Agent.TypeError("WebAssembly.Instance(): Argument 0 must be a WebAssembly.Module")
	}
	return newInstance(c.Agent)
}

func instanceExports(c *object.Call) (object.Value, error) {
	i := object.PayloadOf[instance](c.This, classInstance)
	if i == nil {
		return object.Undefined, incompatible(c, "Instance.exports", "Instance")
	}
	return object.Obj(i.exports), nil
}

// https://webassembly.github.io/spec/js-api/#dom-webassembly-validate
func validate(c *object.Call) (object.Value, error) {
	data, err := source(c, "validate()")
	if err != nil {
		if len(data) == 0 && (object.BufferData(c.Arg(0)) != nil || object.TypedArrayOf(c.Arg(0)) != nil) {
			return object.Bool(false), nil
		}
		return object.Undefined, err
	}
	_, err = decode(c.Agent, data, "validate()")
	return object.Bool(err == nil), nil
}

// https://webassembly.github.io/spec/js-api/#dom-webassembly-compile
func compile(c *object.Call) (object.Value, error) {
	p := interp.NewDirectCapability(c.Agent)
	m, err := compileFrom(c, "compile()")
	if err != nil {
		return p.IfAbruptRejectPromise(c.Agent, err)
	}
	return p.Promise, p.ResolveWith(c.Agent, newModule(c.Agent, m))
}

// https://webassembly.github.io/spec/js-api/#dom-webassembly-instantiate
func instantiate(c *object.Call) (object.Value, error) {
	a := c.Agent
	p := interp.NewDirectCapability(a)
	if object.PayloadOf[module](c.Arg(0), classModule) != nil {
		i, err := newInstance(a)
		if err != nil {
			return object.Undefined, err
		}
		return p.Promise, p.ResolveWith(a, i)
	}
	m, err := compileFrom(c, "instantiate()")
	if err != nil {
		return p.IfAbruptRejectPromise(a, err)
	}
	i, err := newInstance(a)
	if err != nil {
		return object.Undefined, err
	}
	result := a.NewObject(a.CurrentRealm().Intrinsic(object.IntrinsicObjectPrototype))
	result.AppendProperty(a, a.Key("module"), newModule(a, m), object.AttrDefault)
	result.AppendProperty(a, a.Key("instance"), i, object.AttrDefault)
	return p.Promise, p.ResolveWith(a, object.Obj(result))
}
