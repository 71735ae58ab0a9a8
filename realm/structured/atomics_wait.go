package structured

import (
	"math"
	"slices"
	"sync"
	"time"

	"github.com/burrowjs/burrow/interp"
	"github.com/burrowjs/burrow/object"
)

// location is what a WaiterList (25.4.1) belongs to: a byte of a shared block.
type location struct {
	block *object.SharedBlock
	at    int
}

// waiter is a Waiter Record (25.4.1.1). Its agent may be another than the
// notifying one: what concerns the agent's values happens on its own goroutine.
type waiter struct {
	agent   *object.Agent
	woken   chan struct{} // closed by notify; nil for waitAsync
	promise *object.Object
	realm   *object.Realm
	timer   *time.Timer
}

// waiters are the lists of all agents, guarded by the mutex, which is the
// critical section of 25.4.3.
var waiters = struct {
	sync.Mutex
	lists map[location][]*waiter
}{lists: map[location][]*waiter{}}

// remove takes w off the list of l and reports whether it was there.
func remove(l location, w *waiter) bool {
	list := waiters.lists[l]
	i := slices.Index(list, w)
	if i < 0 {
		return false
	}
	if list = slices.Delete(list, i, i+1); len(list) == 0 {
		delete(waiters.lists, l)
	} else {
		waiters.lists[l] = list
	}
	return true
}

var (
	nameAsync = object.DeclareName("async")

	textNotEqual = object.StrGo("not-equal")
	textTimedOut = object.StrGo("timed-out")
	textOK       = object.StrGo("ok")
)

func init() {
	for _, v := range []object.Value{textNotEqual, textTimedOut, textOK} {
		v.AsString().Hash() // shared by agents
	}
}

// 25.4.13 Atomics.wait ( typedArray, index, value, timeout ), https://tc39.es/ecma262/#sec-atomics.wait
func atomicsWait(c *object.Call) (object.Value, error) { return doWait(c, false) }

// 25.4.14 Atomics.waitAsync ( typedArray, index, value, timeout ), https://tc39.es/ecma262/#sec-atomics.waitasync
func atomicsWaitAsync(c *object.Call) (object.Value, error) { return doWait(c, true) }

// doWait is 25.4.3.14, https://tc39.es/ecma262/#sec-dowait
func doWait(c *object.Call, async bool) (object.Value, error) {
	a := c.Agent
	t, err := validateIntegerTypedArray(a, c.Arg(0), true, "Atomics.wait")
	if err != nil {
		return object.Undefined, err
	}
	if t.Buffer.Shared == nil {
		return object.Undefined, a.TypeError("[object Int32Array] is not a shared typed array.")
	}
	at, err := accessIndex(a, t, c.Arg(1))
	if err != nil {
		return object.Undefined, err
	}
	var want uint64
	if t.Type.IsBigInt() {
		want, err = object.ToBigUint64(a, c.Arg(2))
	} else {
		var v uint32
		v, err = object.ToUint32(a, c.Arg(2))
		want = uint64(v)
	}
	if err != nil {
		return object.Undefined, err
	}
	timeout, err := waitTimeout(a, c.Arg(3))
	if err != nil {
		return object.Undefined, err
	}
	if !async && !a.CanBlock {
		return object.Undefined, a.TypeError("Atomics.wait cannot be called in this context")
	}
	l := location{t.Buffer.Shared, at}
	w := &waiter{agent: a, realm: c.Realm()}
	if !async {
		w.woken = make(chan struct{})
	}
	waiters.Lock()
	if t.Buffer.Shared.Load(at, t.Type.Size()) != want {
		waiters.Unlock()
		return waitResult(c, async, textNotEqual), nil
	}
	if async && timeout == 0 {
		waiters.Unlock()
		return waitResult(c, async, textTimedOut), nil
	}
	if async {
		w.promise = interp.NewPromise(a, c.Realm())
		a.Expect(1)
		if !math.IsInf(timeout, 1) {
			w.timer = time.AfterFunc(duration(timeout), func() { expire(l, w) })
		}
	}
	waiters.lists[l] = append(waiters.lists[l], w)
	waiters.Unlock()
	if async {
		return waitResult(c, true, object.Obj(w.promise)), nil
	}
	return w.block(l, timeout)
}

// waitResult is what wait returns, in the object that waitAsync returns.
func waitResult(c *object.Call, async bool, v object.Value) object.Value {
	if !async {
		return v
	}
	a := c.Agent
	o := a.NewObject(c.Intrinsic(object.IntrinsicObjectPrototype))
	o.AppendProperty(a, a.NameKey(nameAsync), object.Bool(v.IsObject()), object.AttrDefault)
	o.AppendProperty(a, a.NameKey(object.NameValue), v, object.AttrDefault)
	return object.Obj(o)
}

// duration is a timeout in milliseconds, at most a century.
func duration(ms float64) time.Duration {
	return time.Duration(min(ms, 3e12) * float64(time.Millisecond))
}

// slice is how long a blocked agent waits before it looks at its limits.
const slice = 5 * time.Millisecond

// block suspends the agent until it is notified or the time is over; limits
// and interrupts end the wait as well.
func (w *waiter) block(l location, timeout float64) (object.Value, error) {
	start := time.Now()
	for {
		left := slice
		if !math.IsInf(timeout, 1) {
			left = min(left, duration(timeout)-time.Since(start))
		}
		if left > 0 {
			select {
			case <-w.woken:
				return textOK, nil
			case <-time.After(left):
			}
		}
		err := w.agent.Poll()
		over := !math.IsInf(timeout, 1) && time.Since(start) >= duration(timeout)
		if err == nil && !over {
			continue
		}
		waiters.Lock()
		waiting := remove(l, w)
		waiters.Unlock()
		switch {
		case err != nil:
			return object.Undefined, err
		case waiting:
			return textTimedOut, nil
		}
		return textOK, nil
	}
}

// expire ends a waitAsync whose time is over; it runs on the timer's goroutine.
func expire(l location, w *waiter) {
	waiters.Lock()
	waiting := remove(l, w)
	waiters.Unlock()
	if waiting {
		w.settle(settleTimedOut)
	}
}

// settle resolves the promise of a waitAsync on its agent's goroutine.
func (w *waiter) settle(f func(w *waiter, a *object.Agent) error) {
	if w.timer != nil {
		w.timer.Stop()
	}
	w.agent.Post(func(a *object.Agent) error {
		return interp.MachineOf(a).WithRealm(w.realm, func() error { return f(w, a) })
	})
	w.agent.Expect(-1)
}

func settleOK(w *waiter, a *object.Agent) error {
	return interp.ResolvePromise(a, w.realm, w.promise, textOK)
}

func settleTimedOut(w *waiter, a *object.Agent) error {
	return interp.ResolvePromise(a, w.realm, w.promise, textTimedOut)
}

// 25.4.15 Atomics.notify ( typedArray, index, count ), https://tc39.es/ecma262/#sec-atomics.notify
func atomicsNotify(c *object.Call) (object.Value, error) {
	a := c.Agent
	t, at, err := validateAccess(a, c.Arg(0), c.Arg(1), true, "Atomics.notify")
	if err != nil {
		return object.Undefined, err
	}
	count := math.Inf(1)
	if !c.Arg(2).IsUndefined() {
		f, err := object.ToIntegerOrInfinity(a, c.Arg(2))
		if err != nil {
			return object.Undefined, err
		}
		count = max(f, 0)
	}
	if t.Buffer.Shared == nil {
		return object.Int(0), nil
	}
	l := location{t.Buffer.Shared, at}
	waiters.Lock()
	defer waiters.Unlock()
	list := waiters.lists[l]
	n := int(min(count, float64(len(list))))
	for _, w := range slices.Clone(list[:n]) {
		remove(l, w)
		if w.woken != nil {
			close(w.woken)
		} else {
			w.settle(settleOK)
		}
	}
	return object.IntN(n), nil
}
