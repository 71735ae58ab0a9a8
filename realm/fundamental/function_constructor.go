package fundamental

import "github.com/burrowjs/burrow/object"

func init() {
	object.DefineIntrinsic(object.IntrinsicFunction, object.Spec{
		Fn: functionConstructor, Name: "Function", Length: 1, Constructor: true,
		Magic: int32(object.DynamicNormal),
		Props: []object.Prop{object.FixedRef("prototype", object.IntrinsicFunctionPrototype)},
	})
	for _, f := range []struct {
		name                                string
		kind                                int
		constructor, prototype, ofInstances object.Intrinsic
	}{
		{"GeneratorFunction", object.DynamicGenerator, object.IntrinsicGeneratorFunction,
			object.IntrinsicGeneratorFunctionPrototype, object.IntrinsicGeneratorPrototype},
		{"AsyncFunction", object.DynamicAsync, object.IntrinsicAsyncFunction,
			object.IntrinsicAsyncFunctionPrototype, object.NoIntrinsic},
		{"AsyncGeneratorFunction", object.DynamicAsyncGenerator, object.IntrinsicAsyncGeneratorFunction,
			object.IntrinsicAsyncGeneratorFunctionPrototype, object.IntrinsicAsyncGeneratorPrototype},
	} {
		object.DefineIntrinsic(f.constructor, object.Spec{
			Fn: functionConstructor, Name: f.name, Length: 1, Constructor: true,
			Magic: int32(f.kind), Proto: object.IntrinsicFunction,
			Props: []object.Prop{object.FixedRef("prototype", f.prototype)},
		})
		props := []object.Prop{configurableRef("constructor", f.constructor)}
		if f.ofInstances != object.NoIntrinsic {
			props = append(props, configurableRef("prototype", f.ofInstances))
		}
		object.DefineIntrinsic(f.prototype, object.Spec{
			Proto: object.IntrinsicFunctionPrototype,
			Props: append(props, object.ToStringTag(f.name)),
		})
	}
}

// configurableRef is a Ref that can only be reconfigured, as the links between
// the prototypes of generator functions and of generators are.
func configurableRef(name string, id object.Intrinsic) object.Prop {
	p := object.Ref(name, id)
	p.Attrs = object.AttrConfigurable
	return p
}

// 20.2.1.1 Function ( ...parameterArgs, bodyArg ), https://tc39.es/ecma262/#sec-function-p1-p2-pn-body
// and 27.3.1.1, 27.4.1.1, 27.7.1.1, which differ in the kind.
func functionConstructor(c *object.Call) (object.Value, error) {
	newTarget := c.NewTarget
	if newTarget == nil {
		newTarget = c.Func
	}
	return object.CreateDynamicFunction(c.Agent, c.Func, newTarget, c.Magic(), c.Args(0))
}
