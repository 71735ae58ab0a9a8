package interp

import "github.com/burrowjs/burrow/object"

// AwaitThen is Await (27.7.5.3) for built-ins that are async functions written
// as state machines: when v settles, step is called with state in slot 0, the
// value or reason as argument 0, and AwaitRejected telling which. The error is
// what Await throws at once.
func AwaitThen(a *object.Agent, v, state object.Value, step object.NativeFunction) error {
	r := a.CurrentRealm()
	p, err := promiseResolveIntrinsic(a, r, v)
	if err != nil {
		return err
	}
	fulfilled := a.NewAnonymousNative(r, 1, step, state)
	rejected := a.NewAnonymousNative(r, 1, step, state)
	object.Payload[object.Native](rejected).Magic = awaitRejected
	PerformPromiseThen(a, p, object.Obj(fulfilled), object.Obj(rejected), nil)
	return nil
}

const awaitRejected = 1

// AwaitRejected reports whether a step of AwaitThen was called because the
// promise was rejected.
func AwaitRejected(c *object.Call) bool { return c.Magic() == awaitRejected }
