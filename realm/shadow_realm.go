package realm

import (
	"unsafe"

	"github.com/burrowjs/burrow/bytecode"
	"github.com/burrowjs/burrow/interp"
	"github.com/burrowjs/burrow/object"
)

var (
	intrinsicShadowRealm          = object.DeclareIntrinsic("ShadowRealm")
	intrinsicShadowRealmPrototype = object.DeclareIntrinsic("ShadowRealm.prototype")
)

// shadowRealm is the payload of ShadowRealm objects: [[ShadowRealm]].
type shadowRealm struct{ realm *object.Realm }

var classShadowRealm = &object.Class{Name: "ShadowRealm", Kind: object.KindOther}

func init() {
	classShadowRealm.Trace = func(o *object.Object, v object.Visitor) { v.Realm(object.Payload[shadowRealm](o).realm) }
	object.DefineIntrinsic(intrinsicShadowRealm, object.Spec{
		Fn: shadowRealmConstructor, Name: "ShadowRealm", Constructor: true,
		Props: []object.Prop{object.FixedRef("prototype", intrinsicShadowRealmPrototype)},
	})
	object.DefineIntrinsic(intrinsicShadowRealmPrototype, object.Spec{
		Props: []object.Prop{
			object.Ref("constructor", intrinsicShadowRealm),
			object.Method("evaluate", 1, shadowRealmPrototypeEvaluate),
			object.Method("importValue", 2, shadowRealmPrototypeImportValue),
			object.ToStringTag("ShadowRealm"),
		},
	})
}

// realmBytes is what a realm is taken to cost before anything in it is used.
const realmBytes = 16 << 10

// 3.2.1 ShadowRealm ( ), https://tc39.es/proposal-shadowrealm/#sec-shadowrealm
func shadowRealmConstructor(c *object.Call) (object.Value, error) {
	a := c.Agent
	if c.NewTarget == nil {
		return object.Undefined, a.TypeError("Constructor ShadowRealm requires 'new'")
	}
	if err := a.Charge(realmBytes); err != nil {
		return object.Undefined, err
	}
	payload := &shadowRealm{}
	o, err := object.OrdinaryCreateFromConstructor(a, c.NewTarget, intrinsicShadowRealmPrototype, classShadowRealm, unsafe.Pointer(payload))
	if err != nil {
		return object.Undefined, err
	}
	payload.realm = New(a)
	AddProposals(payload.realm)
	return object.Obj(o), nil
}

// shadowRealmThis is ValidateShadowRealmObject, https://tc39.es/proposal-shadowrealm/#sec-validateshadowrealmobject
func shadowRealmThis(c *object.Call, method string) (*object.Realm, error) {
	s := object.PayloadOf[shadowRealm](c.This, classShadowRealm)
	if s == nil {
		return nil, c.Agent.TypeError("Method ShadowRealm.prototype.%s called on incompatible receiver %s", method, c.Agent.Describe(c.This))
	}
	return s.realm, nil
}

// 3.4.1 ShadowRealm.prototype.evaluate ( sourceText ), https://tc39.es/proposal-shadowrealm/#sec-shadowrealm.prototype.evaluate
func shadowRealmPrototypeEvaluate(c *object.Call) (object.Value, error) {
	a := c.Agent
	inner, err := shadowRealmThis(c, "evaluate")
	if err != nil {
		return object.Undefined, err
	}
	if !c.Arg(0).IsString() {
		return object.Undefined, a.TypeError("Source text of ShadowRealm.prototype.evaluate must be a string")
	}
	if a.Host.EnsureCanCompileStrings != nil {
		if err := a.Host.EnsureCanCompileStrings(a, inner); err != nil {
			return object.Undefined, err
		}
	}
	// 3.1.3 PerformShadowRealmEval: early errors belong to the caller.
	t, err := compileEval(a, c.Realm(), c.Arg(0).AsString(), interp.EvalContext{})
	if err != nil {
		return object.Undefined, err
	}
	v, err := a.Call(object.Obj(interp.NewFunction(inner, t, nil)), object.Obj(inner.GlobalThis))
	if err != nil {
		return object.Undefined, boundaryError(a, c.Realm(), err)
	}
	return getWrappedValue(a, c.Realm(), v)
}

// 3.4.2 ShadowRealm.prototype.importValue ( specifier, exportName ), https://tc39.es/proposal-shadowrealm/#sec-shadowrealm.prototype.importvalue
func shadowRealmPrototypeImportValue(c *object.Call) (object.Value, error) {
	a := c.Agent
	inner, err := shadowRealmThis(c, "importValue")
	if err != nil {
		return object.Undefined, err
	}
	specifier, err := object.ToString(a, c.Arg(0))
	if err != nil {
		return object.Undefined, err
	}
	if !c.Arg(1).IsString() {
		return object.Undefined, a.TypeError("The export name of ShadowRealm.prototype.importValue must be a string")
	}
	// 3.1.4 ShadowRealmImportValue
	d := &interp.DynamicImport{Source: &bytecode.Source{}, Specifier: specifier, Capability: interp.NewDirectCapability(a)}
	load := interp.MachineOf(a).ImportDynamically
	if load == nil {
		err = a.TypeError("import() is not supported by the host")
	} else {
		err = load(inner, d)
	}
	if err != nil {
		if _, err := d.Capability.IfAbruptRejectPromise(a, err); err != nil {
			return object.Undefined, err
		}
	}
	result := interp.NewDirectCapability(a)
	onFulfilled := a.NewAnonymousNative(c.Realm(), 1, exportGetter, c.Arg(1))
	onRejected := a.NewAnonymousNative(c.Realm(), 1, importRejected)
	interp.PerformPromiseThen(a, d.Capability.Promise.AsObject(), object.Obj(onFulfilled), object.Obj(onRejected), result)
	return result.Promise, nil
}

// exportGetter is the steps of an export getter function, https://tc39.es/proposal-shadowrealm/#sec-shadowrealmimportvalue
func exportGetter(c *object.Call) (object.Value, error) {
	a := c.Agent
	ns, k := c.Arg(0).ObjectOrNil(), a.StringKey(c.Slot(0).AsString())
	if ns == nil {
		return object.Undefined, a.TypeError("The host has given no namespace object") // HOST: an embedder's may be anything
	}
	has, err := ns.HasOwnProperty(a, k)
	if err != nil {
		return object.Undefined, err
	}
	if !has {
		return object.Undefined, a.TypeError("The module does not provide an export named '%s'", object.KeyText(k))
	}
	v, err := ns.Get(a, k)
	if err != nil {
		return object.Undefined, err
	}
	return getWrappedValue(a, c.Realm(), v)
}

func importRejected(c *object.Call) (object.Value, error) {
	return object.Undefined, boundaryError(c.Agent, c.Realm(), object.Throw(c.Arg(0)))
}
