package fundamental

import "github.com/burrowjs/burrow/object"

// The functions of Object that restrict what can be done to an object, and
// those that tell whether they have.

// 20.1.2.6 Object.freeze ( O ), https://tc39.es/ecma262/#sec-object.freeze
func objectFreeze(c *object.Call) (object.Value, error) { return setIntegrity(c, object.Frozen) }

// 20.1.2.22 Object.seal ( O ), https://tc39.es/ecma262/#sec-object.seal
func objectSeal(c *object.Call) (object.Value, error) { return setIntegrity(c, object.Sealed) }

func setIntegrity(c *object.Call, level object.IntegrityLevel) (object.Value, error) {
	v := c.Arg(0)
	o := v.ObjectOrNil()
	if o == nil {
		return v, nil
	}
	ok, err := object.SetIntegrityLevel(c.Agent, o, level)
	if err == nil && !ok {
		if f := o.Class().Refused; f != nil {
			what := object.RefusedSeal
			if level == object.Frozen {
				what = object.RefusedFreeze
			}
			return v, f(c.Agent, o, object.PropertyKey{}, what)
		}
		err = preventExtensionsFailure(c.Agent, o)
	}
	return v, err
}

// 20.1.2.20 Object.preventExtensions ( O ), https://tc39.es/ecma262/#sec-object.preventextensions
func objectPreventExtensions(c *object.Call) (object.Value, error) {
	v := c.Arg(0)
	o := v.ObjectOrNil()
	if o == nil {
		return v, nil
	}
	ok, err := o.PreventExtensions(c.Agent)
	if err == nil && !ok {
		err = preventExtensionsFailure(c.Agent, o)
	}
	return v, err
}

func preventExtensionsFailure(a *object.Agent, o *object.Object) error {
	if _, isProxy := object.ProxyTarget(o); isProxy {
		return a.TypeError("'preventExtensions' on proxy: trap returned falsish")
	}
	return a.TypeError("Cannot prevent extensions")
}

// 20.1.2.16 Object.isExtensible ( O ), https://tc39.es/ecma262/#sec-object.isextensible
func objectIsExtensible(c *object.Call) (object.Value, error) {
	o := c.Arg(0).ObjectOrNil()
	if o == nil {
		return object.False, nil
	}
	extensible, err := o.IsExtensible(c.Agent)
	return object.Bool(extensible), err
}

// 20.1.2.17 Object.isFrozen ( O ), https://tc39.es/ecma262/#sec-object.isfrozen
func objectIsFrozen(c *object.Call) (object.Value, error) { return testIntegrity(c, object.Frozen) }

// 20.1.2.18 Object.isSealed ( O ), https://tc39.es/ecma262/#sec-object.issealed
func objectIsSealed(c *object.Call) (object.Value, error) { return testIntegrity(c, object.Sealed) }

func testIntegrity(c *object.Call, level object.IntegrityLevel) (object.Value, error) {
	o := c.Arg(0).ObjectOrNil()
	if o == nil {
		return object.True, nil
	}
	ok, err := object.TestIntegrityLevel(c.Agent, o, level)
	return object.Bool(ok), err
}
