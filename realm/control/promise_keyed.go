package control

import "github.com/burrowjs/burrow/object"

// 27.2.4.2 Promise.allKeyed ( promises ), https://tc39.es/proposal-await-dictionary/#sec-promise.allkeyed
func promiseAllKeyed(c *object.Call) (object.Value, error) { return combineKeyed(c, &combineAll) }

// 27.2.4.4 Promise.allSettledKeyed ( promises ), https://tc39.es/proposal-await-dictionary/#sec-promise.allsettledkeyed
func promiseAllSettledKeyed(c *object.Call) (object.Value, error) {
	return combineKeyed(c, &combineAllSettled)
}

func combineKeyed(c *object.Call, how *combinator) (object.Value, error) {
	a := c.Agent
	capability, resolve, rejection, err := combinatorReceiver(c)
	if err != nil {
		return object.Undefined, err
	}
	if rejection == nil && !c.Arg(0).IsObject() {
		rejection = a.TypeError("%s is not an object", a.Describe(c.Arg(0)))
	}
	if rejection == nil {
		rejection = performCombineKeyed(c, how, &combination{capability: capability, keyed: true, remaining: 1}, resolve)
	}
	if rejection != nil {
		return capability.IfAbruptRejectPromise(a, rejection)
	}
	return capability.Promise, nil
}

// performCombineKeyed is PerformPromiseAllKeyed and its like,
// https://tc39.es/proposal-await-dictionary/#sec-performpromiseallkeyed
func performCombineKeyed(c *object.Call, how *combinator, s *combination, resolve object.Value) error {
	a := c.Agent
	promises := c.Arg(0).AsObject()
	keys, err := promises.OwnPropertyKeys(a)
	if err != nil {
		return err
	}
	state := object.Obj(object.New(a, classCombination, nil, s))
	for _, k := range keys {
		d, ok, err := promises.GetOwnProperty(a, k)
		if err != nil {
			return err
		}
		if !ok || !d.Enumerable() {
			continue
		}
		v, err := promises.Get(a, k)
		if err != nil {
			return err
		}
		if err := a.Charge(32); err != nil {
			return err
		}
		s.keys = append(s.keys, k)
		s.values = append(s.values, object.Undefined)
		if err := combineElement(c, how, state, s, resolve, v, len(s.keys)-1); err != nil {
			return err
		}
	}
	if s.remaining--; s.remaining > 0 {
		return nil
	}
	return how.finish(a, s)
}

// resolveKeyed resolves with the object that CreateKeyedPromiseCombinatorResultObject makes,
// https://tc39.es/proposal-await-dictionary/#sec-createkeyedpromisecombinatorresultobject
func (s *combination) resolveKeyed(a *object.Agent) error {
	o := a.NewObject(nil)
	for i, k := range s.keys {
		if err := o.CreateDataPropertyOrThrow(a, k, s.values[i]); err != nil {
			return err
		}
	}
	return s.capability.ResolveWith(a, object.Obj(o))
}
