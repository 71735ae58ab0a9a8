package object

import (
	"math"
	"unsafe"
)

// BoundFunction is the payload of bound function exotic objects (10.4.1):
// [[BoundTargetFunction]], [[BoundThis]] and [[BoundArguments]].
type BoundFunction struct {
	Target *Object
	This   Value
	Args   []Value
}

// ClassBoundFunction is the class of bound functions.
var ClassBoundFunction = &Class{Name: "Function", Kind: KindOther}

func init() {
	ClassBoundFunction.Call = boundFunctionCall
	ClassBoundFunction.Construct = boundFunctionConstruct
	ClassBoundFunction.Trace = func(o *Object, v Visitor) {
		b := (*BoundFunction)(o.ext)
		v.Object(b.Target)
		v.Value(b.This)
		for _, x := range b.Args {
			v.Value(x)
		}
	}
	ClassBoundFunction.Size = func(o *Object) int {
		b := (*BoundFunction)(o.ext)
		return int(unsafe.Sizeof(*b)) + cap(b.Args)*int(unsafe.Sizeof(Value{}))
	}
}

// boundTarget returns the target of a bound function, or nil.
func boundTarget(o *Object) *Object {
	if o.shape.class != ClassBoundFunction {
		return nil
	}
	return (*BoundFunction)(o.ext).Target
}

// BoundFunctionCreate is 10.4.1.3, https://tc39.es/ecma262/#sec-boundfunctioncreate ; it takes over args.
func BoundFunctionCreate(a *Agent, target *Object, this Value, args []Value) (*Object, error) {
	proto, err := target.GetPrototypeOf(a)
	if err != nil {
		return nil, err
	}
	o := New(a, ClassBoundFunction, proto, &BoundFunction{target, this.Clean(), args})
	o.SetCallable(target.IsConstructor())
	return o, nil
}

// ResolveBound follows a chain of bound functions, however long, to the
// function that runs, with the receiver and arguments it gets. newTarget is
// replaced where it is the bound function itself (10.4.1.2, step 5).
func ResolveBound(a *Agent, f *Object, args []Value, newTarget *Object) (target *Object, this Value, all []Value, nt *Object, err error) {
	count, links := len(args), 0
	for o := f; o.shape.class == ClassBoundFunction; o = boundTarget(o) {
		count += len((*BoundFunction)(o.ext).Args)
		links++
	}
	if err := a.Tick(links); err != nil {
		return nil, Undefined, nil, nil, err
	}
	if count > maxListLength {
		return nil, Undefined, nil, nil, a.RangeError("Invalid array length")
	}
	if err := a.chargeValues(count); err != nil {
		return nil, Undefined, nil, nil, err
	}
	all = make([]Value, count)
	at := count - len(args)
	for i, x := range args {
		all[at+i] = x.Clean()
	}
	for f.shape.class == ClassBoundFunction {
		b := (*BoundFunction)(f.ext)
		at -= len(b.Args)
		copy(all[at:], b.Args)
		this = b.This
		if newTarget == f {
			newTarget = b.Target
		}
		f = b.Target
	}
	return f, this, all, newTarget, nil
}

// boundFunctionCall is 10.4.1.1, https://tc39.es/ecma262/#sec-bound-function-exotic-objects-call-thisargument-argumentslist
func boundFunctionCall(a *Agent, o *Object, _ Value, args []Value) (Value, error) {
	target, this, all, _, err := ResolveBound(a, o, args, nil)
	if err != nil {
		return Undefined, err
	}
	return a.Call(Obj(target), this, all...)
}

// boundFunctionConstruct is 10.4.1.2, https://tc39.es/ecma262/#sec-bound-function-exotic-objects-construct-argumentslist-newtarget
func boundFunctionConstruct(a *Agent, o *Object, args []Value, newTarget *Object) (Value, error) {
	target, _, all, newTarget, err := ResolveBound(a, o, args, newTarget)
	if err != nil {
		return Undefined, err
	}
	r, err := a.Construct(target, newTarget, all...)
	if err != nil {
		return Undefined, err
	}
	return Obj(r), nil
}

// CopiedLength is the length of a function that stands for target with count
// arguments given (20.2.3.2, steps 4 to 7).
func CopiedLength(a *Agent, target *Object, count int) (float64, error) {
	k := a.NameKey(NameLength)
	has, err := target.HasOwnProperty(a, k)
	if err != nil || !has {
		return 0, err
	}
	v, err := target.Get(a, k)
	if err != nil || !v.IsNumber() {
		return 0, err
	}
	return math.Max(IntegerOrInfinity(v.AsNumber())-float64(count), 0), nil
}
