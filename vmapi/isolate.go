package vmapi

import (
	"errors"
	"fmt"
	"math/big"
	"slices"

	"github.com/burrowjs/burrow/internal/jstring"
	"github.com/burrowjs/burrow/object"
)

// Isolated contexts. A context in the manner of node:vm shares the heap of its
// VM, and whatever object it gets leads to the constructors of its maker:
// sandbox.f.constructor('return process')(). An isolated context is the main
// context of a VM of its own, so that no object of the other heap can be in it:
// values of another VM are refused everywhere. Data crosses as copies.

// ErrNotCopied is wrapped by the error for a value that cannot be copied into
// another VM: functions of script, promises, proxies, symbols that are neither
// well-known nor registered, objects of other kinds than those that CopyTo names.
var ErrNotCopied = errors.New("vmapi: it cannot be copied to another VM")

// isolated makes a VM for a context that shares nothing with this one but limits.
func (c *Call) isolated(sandbox Value, opts ContextOptions) (*Context, error) {
	o := c.vm.options
	inner := New(o)
	inner.parent = c.vm
	ctx := inner.main
	ctx.opts = opts
	if opts.MicrotaskMode == MicrotasksAfterEvaluate {
		ctx.realm.Jobs = &object.JobQueue{}
	}
	if sandbox.IsUndefined() {
		return ctx, nil
	}
	from, err := c.object(sandbox)
	if err != nil {
		return nil, ErrNotObject
	}
	_, err = inner.enter(ctx.realm, func() (object.Value, error) {
		p := &copier{from: c.vm, to: inner, seen: map[*object.Object]object.Value{from: object.Obj(ctx.realm.GlobalObject)}}
		return object.Undefined, p.properties(from, ctx.realm.GlobalObject)
	})
	if err != nil {
		return nil, err
	}
	return ctx, nil
}

// CopyTo copies v into another VM, which must not be running: primitives,
// arrays, errors, Maps, Sets, ArrayBuffers, Uint8Arrays, and of other ordinary
// objects the own enumerable properties that have names. Accessors are read, and
// prototypes and attributes are not kept. A function that NewFunction made is
// made again there: its Go function is then called with Calls of that VM. Of
// other values the error wraps ErrNotCopied.
func (c *Call) CopyTo(to *VM, v Value) (Value, error) {
	if err := c.own(v); err != nil {
		return Value{}, err
	}
	if to == c.vm {
		return v, nil
	}
	return to.enter(to.main.realm, func() (object.Value, error) { return copyValue(c.vm, to, v.value()) })
}

// copyValue copies v while both VMs are entered.
func copyValue(from, to *VM, v object.Value) (object.Value, error) {
	return (&copier{from: from, to: to, seen: map[*object.Object]object.Value{}}).value(v)
}

type copier struct {
	from, to *VM
	seen     map[*object.Object]object.Value
}

// text copies a string, whose form of ropes is private to its VM.
func text(s *jstring.String) *jstring.String {
	var b jstring.Builder
	b.Str(s)
	return b.String()
}

func notCopied(what string) error { return fmt.Errorf("%w: %s", ErrNotCopied, what) }

func (p *copier) value(v object.Value) (object.Value, error) {
	switch {
	case v.IsString():
		if err := p.to.agent.Charge(v.AsString().Len() * 2); err != nil {
			return v, err
		}
		return object.Str(text(v.AsString())), nil
	case v.IsBigInt():
		return object.BigInt(new(big.Int).Set(v.AsBigInt())), nil
	case v.IsSymbol():
		s := v.AsSymbol()
		switch {
		case s.Registered:
			return object.Sym(p.to.agent.SymbolFor(text(s.Description))), nil
		case s.IsWellKnown():
			return v, nil
		}
		return v, notCopied("a symbol")
	case !v.IsObject():
		return v.Clean(), nil
	}
	o := v.AsObject()
	if copied, ok := p.seen[o]; ok {
		return copied, nil
	}
	for _, a := range []*object.Agent{p.from.agent, p.to.agent} {
		if err := a.EnterNative(); err != nil {
			return v, err
		}
		defer a.LeaveNative()
		if err := a.Tick(1); err != nil {
			return v, err
		}
	}
	if err := p.to.agent.Charge(64); err != nil {
		return v, err
	}
	return p.object(o)
}

func (p *copier) object(o *object.Object) (object.Value, error) {
	a, r := p.to.agent, p.to.main.realm
	keep := func(copied *object.Object) *object.Object {
		p.seen[o] = object.Obj(copied)
		return copied
	}
	x := Value{p.from, object.Obj(o)}
	switch {
	case o.IsArrayObject():
		copied := keep(a.NewArray(r))
		return object.Obj(copied), p.properties(o, copied)
	case o.Class() == object.ClassError:
		return p.error(o, keep)
	case o.Class() == object.ClassMap || o.Class() == object.ClassSet:
		keys, values, _ := x.Entries()
		id := object.IntrinsicMapPrototype
		if o.Class() == object.ClassSet {
			id = object.IntrinsicSetPrototype
		}
		data := object.NewMapData()
		copied := keep(object.New(a, o.Class(), r.Intrinsic(id), data))
		for i := range keys {
			k, err := p.value(keys[i].value())
			if err != nil {
				return object.Undefined, err
			}
			v, err := p.value(values[i].value())
			if err == nil {
				err = data.Set(a, k, v)
			}
			if err != nil {
				return object.Undefined, err
			}
		}
		return object.Obj(copied), nil
	case x.Class() == "ArrayBuffer" || x.Class() == "Uint8Array":
		bytes, _ := x.Bytes()
		if err := a.Charge(len(bytes)); err != nil {
			return object.Undefined, err
		}
		bytes = slices.Clone(bytes)
		if x.Class() == "ArrayBuffer" {
			return object.Obj(keep(a.NewArrayBuffer(r.Intrinsic(object.IntrinsicArrayBufferPrototype), bytes, -1))), nil
		}
		return object.Obj(keep((&Call{vm: p.to}).NewBytes(bytes).v.AsObject())), nil
	case o.Kind() == object.KindNative:
		if f, ok := goFunctionOf(o); ok {
			name, _ := p.from.quietProperty(o, "name")
			length, _ := p.from.quietProperty(o, "length")
			label := ""
			if name.IsString() {
				label = name.AsString().String()
			}
			return object.Obj(keep(p.to.NewFunction(label, int(Value{p.from, length}.Number()), f.fn).v.AsObject())), nil
		}
	case o.Class() == object.ClassObject || o == p.from.main.realm.GlobalObject:
		copied := keep(a.NewObject(r.Intrinsic(object.IntrinsicObjectPrototype)))
		return object.Obj(copied), p.properties(o, copied)
	}
	return object.Undefined, notCopied("an object of the kind " + x.Class())
}

// properties copies the enumerable properties of o that have names.
func (p *copier) properties(o, to *object.Object) error {
	keys, err := o.OwnPropertyKeys(p.from.agent)
	if err != nil {
		return err
	}
	for _, k := range keys {
		if k.IsSymbol() {
			continue
		}
		d, ok, err := o.GetOwnProperty(p.from.agent, k)
		if err != nil {
			return err
		}
		if !ok || !d.Enumerable() {
			continue
		}
		v, err := o.Get(p.from.agent, k)
		if err == nil {
			v, err = p.value(v)
		}
		if err == nil {
			name := object.IndexKey(0)
			if k.IsIndex() {
				name = object.IndexKey(k.Index())
			} else {
				name = p.to.agent.StringKey(text(k.Value().AsString()))
			}
			err = to.DefineValue(p.to.agent, name, v, object.AttrDefault)
		}
		if err != nil {
			return err
		}
	}
	return nil
}

// error copies an error object: its kind, its texts, and what it has besides.
func (p *copier) error(o *object.Object, keep func(*object.Object) *object.Object) (object.Value, error) {
	a := p.to.agent
	texts := map[string]*jstring.String{}
	for _, name := range []string{"name", "message", "stack"} {
		if v, ok := p.from.quietProperty(o, name); ok && v.IsString() {
			texts[name] = text(v.AsString())
		}
	}
	kind := "Error"
	if n := texts["name"]; n != nil {
		kind = n.String()
	}
	id, ok := errorIntrinsics[kind]
	if !ok {
		id = object.IntrinsicErrorPrototype
	}
	message := texts["message"]
	if message == nil {
		message = jstring.Empty
	}
	e := keep(a.NewError(p.to.main.realm.Intrinsic(id), message))
	if s := texts["stack"]; s != nil {
		if err := e.DefineValue(a, a.NameKey(object.NameStack), object.Str(s), object.AttrMethod); err != nil {
			return object.Undefined, err
		}
	}
	return object.Obj(e), p.properties(o, e)
}

// runIsolated runs a script in an isolated context of the call's VM, under its
// limits. What comes out is a copy.
func (s *Script) runIsolated(c *Call, ctx *Context, opts RunOptions) (Value, error) {
	inner := ctx.vm
	release := c.vm.adopt(inner)
	defer release()
	before := inner.Steps()
	var result object.Value
	_, err := inner.enter(ctx.realm, func() (object.Value, error) {
		call := &Call{vm: inner}
		defer call.end()
		v, err := s.Run(call, ctx, opts)
		if err == nil {
			result, err = copyValue(inner, c.vm, v.value())
		}
		return object.Undefined, err
	})
	if tick := c.vm.agent.Tick(int(min(inner.Steps()-before, 1<<40))); tick != nil && err == nil {
		err = tick
	}
	if err == nil {
		return c.value(result), nil
	}
	return Value{}, c.outward(inner, err)
}

// outward turns the error of a run in an isolated context into one of this VM.
func (c *Call) outward(inner *VM, err error) error {
	var e *Error
	if !errors.As(err, &e) {
		return err
	}
	v := e.Value.value()
	_, enterErr := inner.enter(inner.main.realm, func() (object.Value, error) {
		var err error
		v, err = copyValue(inner, c.vm, v)
		return object.Undefined, err
	})
	if enterErr != nil {
		return c.vm.agent.ThrowError(e.Error()) // what was thrown stays inside
	}
	return object.Throw(v)
}

// adopt makes the deadline and the interrupts of vm those of inner until release
// is called.
func (vm *VM) adopt(inner *VM) (release func()) {
	resume := func() {}
	if d := vm.agent.Deadline; !d.IsZero() {
		resume, _ = inner.agent.LimitTime(d)
	}
	vm.scopeMu.Lock()
	vm.adopted = append(vm.adopted, inner)
	if vm.interruptWanted() { // it came before there was anything to pass it on to
		vm.raise()
	}
	vm.scopeMu.Unlock()
	return func() {
		resume()
		vm.scopeMu.Lock()
		vm.adopted = vm.adopted[:len(vm.adopted)-1]
		vm.scopeMu.Unlock()
		inner.scopeMu.Lock()
		inner.settleInterrupt()
		inner.scopeMu.Unlock()
	}
}

// raise sets the interrupt bit, also of the isolated contexts that are running.
// The caller holds scopeMu.
func (vm *VM) raise() {
	vm.agent.Interrupt(object.InterruptTerminate)
	for _, inner := range vm.adopted {
		inner.scopeMu.Lock()
		inner.raise()
		inner.scopeMu.Unlock()
	}
}

// goFunctionOf returns the Go function behind a function that NewFunction made.
func goFunctionOf(o *object.Object) (*goFunction, bool) {
	n := object.Payload[object.Native](o)
	if len(n.Slots) != 1 {
		return nil, false
	}
	f := object.PayloadOf[goFunction](n.Slots[0], classGoFunction)
	return f, f != nil
}
