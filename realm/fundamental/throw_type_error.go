package fundamental

import "github.com/burrowjs/burrow/object"

func init() {
	object.DefineIntrinsic(object.IntrinsicThrowTypeError, object.Spec{
		Fn: throwTypeError,
		Init: func(r *object.Realm, o *object.Object) {
			if _, err := object.SetIntegrityLevel(r.Agent, o, object.Frozen); err != nil {
				panic(err)
			}
		},
	})
}

// 10.2.4.1 %ThrowTypeError% ( ), https://tc39.es/ecma262/#sec-%throwtypeerror%
func throwTypeError(c *object.Call) (object.Value, error) {
	return object.Undefined, c.Agent.TypeError("'caller', 'callee', and 'arguments' properties may not be accessed on strict mode functions or the arguments objects for calls to them")
}
