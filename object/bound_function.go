package object

// BoundFunction is the payload of bound function exotic objects (10.4.1).
type BoundFunction struct {
	Target *Object
	This   Value
	Args   []Value
}

// ClassBoundFunction is the class of bound functions.
var ClassBoundFunction = &Class{Name: "Function", Kind: KindOther}

// boundTarget returns the target of a bound function, or nil.
func boundTarget(o *Object) *Object {
	if o.shape.class != ClassBoundFunction {
		return nil
	}
	return (*BoundFunction)(o.ext).Target
}
