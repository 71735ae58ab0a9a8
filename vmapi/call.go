package vmapi

import (
	"errors"
	"fmt"

	"github.com/burrowjs/burrow/internal/jstring"
	"github.com/burrowjs/burrow/object"
)

// ErrCallEnded is returned when a Call is used after its function has returned.
var ErrCallEnded = errors.New("vmapi: the call has ended")

// Call is permission to use a VM from Go while it is entered: by a Go function
// that script has called, or by VM.Do. It is valid until that function returns.
// Errors of its methods that stand for JavaScript exceptions may be returned
// from the function as they are, or looked at with Catch.
type Call struct {
	vm    *VM
	c     *object.Call // nil in VM.Do
	ended bool
}

func (c *Call) end() { c.ended = true }

func (c *Call) check() error {
	if c.ended {
		return ErrCallEnded
	}
	return nil
}

// own checks that the call is still going on and that v belongs to its VM.
func (c *Call) own(v Value) error {
	if c.ended {
		return ErrCallEnded
	}
	if v.vm != nil && v.vm != c.vm {
		return ErrOtherVM
	}
	return nil
}

// object returns the object that v is, else the error to return.
func (c *Call) object(v Value) (*object.Object, error) {
	if err := c.own(v); err != nil {
		return nil, err
	}
	if !v.IsObject() {
		return nil, c.TypeError("%s is not an object", v)
	}
	return v.v.AsObject(), nil
}

// property is object for a property with the key k.
func (c *Call) property(v Value, k Key) (*object.Object, error) {
	if k.vm != c.vm {
		return nil, ErrOtherVM
	}
	return c.object(v)
}

func (c *Call) wrap(v object.Value, err error) (Value, error) {
	if err != nil {
		return Value{}, err
	}
	return Value{c.vm, v}, nil
}

func (c *Call) value(v object.Value) Value { return Value{c.vm, v} }

// VM returns the VM of the call.
func (c *Call) VM() *VM { return c.vm }

// This returns the this value, undefined in VM.Do.
func (c *Call) This() Value {
	if c.c == nil || c.ended {
		return Value{}
	}
	return Value{c.vm, c.c.This.Clean()}
}

// NewTarget returns the constructor that new was applied to, undefined in a plain call.
func (c *Call) NewTarget() Value {
	if c.c == nil || c.ended || c.c.NewTarget == nil {
		return Value{}
	}
	return Value{c.vm, object.Obj(c.c.NewTarget)}
}

// ArgCount returns the number of arguments.
func (c *Call) ArgCount() int {
	if c.c == nil || c.ended {
		return 0
	}
	return c.c.ArgCount()
}

// Arg returns argument i, undefined if it was not passed.
func (c *Call) Arg(i int) Value {
	if c.c == nil || c.ended {
		return Value{}
	}
	return Value{c.vm, c.c.Arg(i)}
}

// Args returns the arguments from index from on.
func (c *Call) Args(from int) []Value {
	if c.c == nil || c.ended {
		return nil
	}
	args := c.c.Args(from)
	out := make([]Value, len(args))
	for i, v := range args {
		out[i] = Value{c.vm, v}
	}
	return out
}

// Get reads a property of any value but undefined and null.
func (c *Call) Get(v Value, name string) (Value, error) {
	return c.GetKey(v, c.Key(name))
}

// GetKey is Get with a key.
func (c *Call) GetKey(v Value, k Key) (Value, error) {
	if err := c.own(v); err != nil {
		return Value{}, err
	}
	if k.vm != c.vm {
		return Value{}, ErrOtherVM
	}
	return c.wrap(object.GetV(c.vm.agent, v.value(), k.k))
}

// Index reads element i of an object.
func (c *Call) Index(v Value, i int) (Value, error) { return c.GetKey(v, c.Key(fmt.Sprint(i))) }

// Length returns the length of an array-like object.
func (c *Call) Length(v Value) (int, error) {
	o, err := c.object(v)
	if err != nil {
		return 0, err
	}
	n, err := object.LengthOfArrayLike(c.vm.agent, o)
	return int(n), err
}

// Set writes a property of the object v, as an assignment in strict code does.
func (c *Call) Set(v Value, name string, x any) error { return c.SetKey(v, c.Key(name), x) }

// SetKey is Set with a key.
func (c *Call) SetKey(v Value, k Key, x any) error {
	o, err := c.property(v, k)
	if err != nil {
		return err
	}
	y, err := c.vm.toValue(x)
	if err != nil {
		return err
	}
	return o.Set(c.vm.agent, k.k, y, true)
}

// Attributes are the attributes of a property.
type Attributes uint8

// The attributes of properties.
const (
	Writable     = Attributes(object.AttrWritable)
	Enumerable   = Attributes(object.AttrEnumerable)
	Configurable = Attributes(object.AttrConfigurable)
	// Plain are those of properties that assignments make, Hidden those of
	// methods of built-in objects.
	Plain  = Writable | Enumerable | Configurable
	Hidden = Writable | Configurable
)

// Define defines a data property of the object o.
func (c *Call) Define(o Value, k Key, x any, attrs Attributes) error {
	target, err := c.property(o, k)
	if err != nil {
		return err
	}
	y, err := c.vm.toValue(x)
	if err != nil {
		return err
	}
	return target.DefineValue(c.vm.agent, k.k, y, object.Attributes(attrs))
}

// DefineAccessor defines an accessor property of the object o; get or set may be undefined.
func (c *Call) DefineAccessor(o Value, k Key, get, set Value, attrs Attributes) error {
	target, err := c.property(o, k)
	if err != nil {
		return err
	}
	for _, f := range []Value{get, set} {
		if err := c.own(f); err != nil {
			return err
		}
	}
	d := object.AccessorDescriptor(get.value().ObjectOrNil(), set.value().ObjectOrNil(), object.Attributes(attrs))
	return target.DefinePropertyOrThrow(c.vm.agent, k.k, &d)
}

// Delete removes a property of the object o and reports whether that was allowed.
func (c *Call) Delete(o Value, k Key) (bool, error) {
	target, err := c.property(o, k)
	if err != nil {
		return false, err
	}
	return target.Delete(c.vm.agent, k.k)
}

// Has is the operator in.
func (c *Call) Has(o Value, k Key) (bool, error) {
	target, err := c.property(o, k)
	if err != nil {
		return false, err
	}
	return target.HasProperty(c.vm.agent, k.k)
}

// OwnKeys returns the keys of the own properties of the object o.
func (c *Call) OwnKeys(o Value) ([]Key, error) {
	target, err := c.object(o)
	if err != nil {
		return nil, err
	}
	keys, err := target.OwnPropertyKeys(c.vm.agent)
	if err != nil {
		return nil, err
	}
	out := make([]Key, len(keys))
	for i, k := range keys {
		out[i] = Key{c.vm, k}
	}
	return out, nil
}

// Property is an own property of an object.
type Property struct {
	Value    Value // of a data property
	Get, Set Value // of an accessor property
	Accessor bool
	Attributes
}

// OwnProperty returns an own property of the object o.
func (c *Call) OwnProperty(o Value, k Key) (p Property, found bool, err error) {
	target, err := c.property(o, k)
	if err != nil {
		return p, false, err
	}
	d, ok, err := target.GetOwnProperty(c.vm.agent, k.k)
	if err != nil || !ok {
		return p, false, err
	}
	p.Attributes = Attributes(d.Attrs) & Plain
	if d.IsAccessor() {
		p.Accessor = true
		p.Get, p.Set = c.value(d.Get), c.value(d.Set)
	} else {
		p.Value = c.value(d.Value)
	}
	return p, true, nil
}

// Prototype returns the prototype of the object o, or null.
func (c *Call) Prototype(o Value) (Value, error) {
	target, err := c.object(o)
	if err != nil {
		return Value{}, err
	}
	p, err := target.GetPrototypeOf(c.vm.agent)
	return c.value(object.ObjOrNull(p)), err
}

// SetPrototype changes the prototype of the object o.
func (c *Call) SetPrototype(o, proto Value) error {
	target, err := c.object(o)
	if err == nil {
		err = c.own(proto)
	}
	if err != nil {
		return err
	}
	_, err = target.SetPrototypeOf(c.vm.agent, proto.value().ObjectOrNil())
	return err
}

// Call calls f.
func (c *Call) Call(f Value, this any, args ...any) (Value, error) {
	if err := c.own(f); err != nil {
		return Value{}, err
	}
	if !f.IsFunction() {
		return Value{}, c.TypeError("%s is not a function", f)
	}
	t, err := c.vm.toValue(this)
	if err != nil {
		return Value{}, err
	}
	list, err := c.vm.toValues(args)
	if err != nil {
		return Value{}, err
	}
	return c.wrap(c.vm.agent.Call(f.value(), t, list...))
}

// CallMethod calls the method name of v.
func (c *Call) CallMethod(v Value, name string, args ...any) (Value, error) {
	f, err := c.Get(v, name)
	if err != nil {
		return Value{}, err
	}
	if !f.IsFunction() {
		return Value{}, c.TypeError("%s is not a function", name)
	}
	return c.Call(f, v, args...)
}

// New constructs an object.
func (c *Call) New(ctor Value, args ...any) (Value, error) {
	if err := c.own(ctor); err != nil {
		return Value{}, err
	}
	if !object.IsConstructor(ctor.value()) {
		return Value{}, c.TypeError("%s is not a constructor", ctor)
	}
	list, err := c.vm.toValues(args)
	if err != nil {
		return Value{}, err
	}
	o, err := c.vm.agent.Construct(ctor.v.AsObject(), nil, list...)
	if err != nil {
		return Value{}, err
	}
	return c.value(object.Obj(o)), nil
}

// ToString is ToString of the specification; it may run script.
func (c *Call) ToString(v Value) (string, error) {
	if err := c.own(v); err != nil {
		return "", err
	}
	s, err := object.ToString(c.vm.agent, v.value())
	if err != nil {
		return "", err
	}
	return s.String(), nil
}

// ToNumber is ToNumber of the specification; it may run script.
func (c *Call) ToNumber(v Value) (float64, error) {
	if err := c.own(v); err != nil {
		return 0, err
	}
	return object.ToNumber(c.vm.agent, v.value())
}

// Global reads a global variable of the main context.
func (c *Call) Global(name string) (Value, error) { return c.Get(c.vm.main.Global(), name) }

// NewObject returns an empty object.
func (c *Call) NewObject() Value { return c.vm.NewObject() }

// NewObjectWith returns an empty object with the given prototype or null.
func (c *Call) NewObjectWith(proto Value) Value {
	return c.value(object.Obj(c.vm.agent.NewObject(proto.mustBeIn(c.vm).ObjectOrNil())))
}

// NewArray returns an array of the main context.
func (c *Call) NewArray(elements ...Value) Value {
	a := c.vm.agent
	o := a.NewArray(c.vm.main.realm)
	for i, e := range elements {
		_ = o.DefineValue(a, object.IndexKey(uint32(i)), e.mustBeIn(c.vm), object.AttrDefault) // a fresh array: cannot fail
	}
	return c.value(object.Obj(o))
}

// NewFunction returns a function of the main context that calls fn.
func (c *Call) NewFunction(name string, length int, fn Function) Value {
	return c.vm.NewFunction(name, length, fn)
}

// NewSymbol returns a fresh symbol.
func (c *Call) NewSymbol(description string) Value {
	return c.value(object.Sym(object.NewSymbol(jstring.FromGo(description))))
}

// SymbolFor returns the registered symbol (Symbol.for).
func (c *Call) SymbolFor(key string) Value {
	return c.value(object.Sym(c.vm.agent.SymbolFor(jstring.FromGo(key))))
}

// NewBytes returns a Uint8Array of the main context over data, which it takes over.
func (c *Call) NewBytes(data []byte) Value {
	a, r := c.vm.agent, c.vm.main.realm
	buf := a.NewArrayBuffer(r.Intrinsic(object.IntrinsicArrayBufferPrototype), data, -1)
	ctor, err := r.GlobalObject.Get(a, a.Key("Uint8Array"))
	if err != nil || !ctor.IsObject() {
		return c.value(object.Obj(buf))
	}
	proto, err := ctor.AsObject().Get(a, a.NameKey(object.NamePrototype))
	if err != nil || !proto.IsObject() {
		return c.value(object.Obj(buf))
	}
	return c.value(object.Obj(a.NewTypedArray(object.TypeUint8, proto.AsObject(), buf, 0, len(data))))
}

// hostData is the payload of objects made by NewHostObject.
type hostData struct{ data any }

var classHostObject = &object.Class{Name: "Object", Kind: object.KindOther}

// NewHostObject returns an ordinary object that carries a Go value: see HostData.
func (c *Call) NewHostObject(proto Value, data any) Value {
	return c.value(object.Obj(object.New(c.vm.agent, classHostObject, proto.mustBeIn(c.vm).ObjectOrNil(), &hostData{data})))
}

// HostData returns the Go value of an object made by NewHostObject, else nil.
func (x Value) HostData() any {
	if h := object.PayloadOf[hostData](x.value(), classHostObject); h != nil {
		return h.data
	}
	return nil
}

// Throw returns the error that throws v.
func (c *Call) Throw(v Value) error { return object.Throw(v.mustBeIn(c.vm)) }

// Rethrow is Throw for a value that was thrown before: an error object keeps the
// place where it was made as its site.
func (c *Call) Rethrow(v Value) error {
	v.mustBeIn(c.vm)
	e := &Error{Value: v}
	if s, ok := c.CreationSite(v); ok {
		e.Site = &s
	}
	return e
}

// TypeError returns the error that throws a TypeError.
func (c *Call) TypeError(format string, args ...any) error {
	return c.vm.agent.TypeError("%s", fmt.Sprintf(format, args...))
}

// NewError makes an error object of the main context; kind is the name of the
// constructor ("TypeError"), code the code property of Node's errors or "".
func (c *Call) NewError(kind, code, message string) Value {
	return c.value(object.Obj(c.vm.newError(c.vm.main.realm, kind, code, message)))
}

var errorIntrinsics = map[string]object.Intrinsic{
	"Error": object.IntrinsicErrorPrototype, "TypeError": object.IntrinsicTypeErrorPrototype,
	"RangeError": object.IntrinsicRangeErrorPrototype, "SyntaxError": object.IntrinsicSyntaxErrorPrototype,
	"ReferenceError": object.IntrinsicReferenceErrorPrototype, "EvalError": object.IntrinsicEvalErrorPrototype,
	"URIError": object.IntrinsicURIErrorPrototype,
}

// Catch returns the thrown value of an error that stands for a JavaScript
// exception; ok is false for terminations and errors of Go, which have to be
// passed on.
func (c *Call) Catch(err error) (v Value, ok bool) {
	var e *Error
	if errors.As(err, &e) {
		return e.Value, true
	}
	x, ok := object.Catch(err)
	if !ok {
		return Value{}, false
	}
	return c.value(x), true
}

// Key is a property key of one VM.
type Key struct {
	vm *VM
	k  object.PropertyKey
}

// Key returns the key for a string.
func (c *Call) Key(name string) Key { return Key{c.vm, c.vm.agent.Key(name)} }

// KeyOf returns the key for a symbol or for the text of a primitive.
func (c *Call) KeyOf(v Value) (Key, error) {
	if err := c.own(v); err != nil {
		return Key{}, err
	}
	k, err := object.ToPropertyKey(c.vm.agent, v.value())
	return Key{c.vm, k}, err
}

// IsSymbol reports whether the key is a symbol.
func (k Key) IsSymbol() bool { return k.k.IsSymbol() }

// IsIndex reports whether the key is an array index.
func (k Key) IsIndex() bool { return k.k.IsIndex() }

// Index returns the array index of a key for which IsIndex holds.
func (k Key) Index() uint32 { return k.k.Index() }

// Value returns the key as a string or symbol.
func (k Key) Value() Value { return Value{k.vm, k.k.Value()} }

// String returns the text of a string key, and Symbol(description) for symbols.
func (k Key) String() string { return object.KeyText(k.k) }
