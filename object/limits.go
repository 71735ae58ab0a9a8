package object

import (
	"errors"
	"fmt"
	"runtime"
	"runtime/metrics"
	"time"

	"github.com/burrowjs/burrow/internal/jstring"
)

// Termination is the error with which a limit ends the program. No script sees
// it: it passes through every handler, finally block and iterator close.
type Termination struct {
	Cause TerminationCause
	Scope any // the limit scope that raised it
}

// TerminationCause tells which limit was hit.
type TerminationCause uint8

const (
	TerminatedDeadline TerminationCause = iota
	TerminatedSteps
	TerminatedMemory
	TerminatedInterrupt
	TerminatedContext
	TerminatedHost
)

var terminationText = [...]string{
	"time limit exceeded", "step limit exceeded", "memory limit exceeded", "interrupted", "context cancelled", "ended by the host",
}

func (t *Termination) Error() string { return "burrow: " + terminationText[t.Cause] }

// Exception is a JavaScript exception: a throw completion (6.2.4) with its value.
type Exception struct {
	Value Value
	// Code and PC tell where it was thrown, in the interpreter's terms.
	Code any
	PC   int32
}

func (e *Exception) Error() string {
	return fmt.Sprintf("uncaught exception: %s", DescribeException(e.Value))
}

// Throw returns the error that throws v.
func Throw(v Value) error { return &Exception{Value: v.Clean()} }

// Catch returns the value of a JavaScript exception; ok is false for
// terminations and engine errors, which natives must pass on.
func Catch(err error) (v Value, ok bool) {
	if e, is := err.(*Exception); is {
		return e.Value, true
	}
	var e *Exception
	if errors.As(err, &e) {
		return e.Value, true
	}
	return Undefined, false
}

// Tick accounts for n steps of a built-in's work and polls the limits.
func (a *Agent) Tick(n int) error {
	if a.Fuel -= int64(n); a.Fuel < 0 || a.interrupts.Load() != 0 {
		return a.Poll()
	}
	return nil
}

// Attend polls what came from outside, the interrupt bits, without taking
// steps. The interpreter calls it after every native function, since a program
// of few steps can do much work in them.
func (a *Agent) Attend() error {
	if a.interrupts.Load() == 0 && (a.Allocated <= a.MemoryLimit || a.MemoryLimit == 0) {
		return nil
	}
	return a.attend()
}

// Piece is how many units of a text or elements of an array built-ins go
// through between two polls, beside what they tick for all of the work.
const Piece = 1 << 16

// AttendAt is Attend in a loop, where i counts up: it polls once in a Piece.
func (a *Agent) AttendAt(i int) error {
	if i&(Piece-1) != 0 {
		return nil
	}
	return a.Attend()
}

// attend is what polling the interrupt bits comes to when some are set. The bit
// of a deadline goes before the clock is read: if another timer sets it
// meanwhile, it stays.
func (a *Agent) attend() error {
	bits := a.interrupts.Load()
	if bits&InterruptTerminate != 0 {
		return &Termination{Cause: TerminatedInterrupt}
	}
	if bits&InterruptOverdue != 0 {
		a.ClearInterrupt(InterruptOverdue)
		if a.overdue() {
			a.Interrupt(InterruptOverdue)
			return &Termination{Cause: TerminatedDeadline}
		}
	}
	if a.MemoryLimit != 0 && a.Allocated > a.MemoryLimit {
		return a.chargeSlow(0)
	}
	return nil
}

func (a *Agent) overdue() bool { return !a.Deadline.IsZero() && !time.Now().Before(a.Deadline) }

// LimitTime makes end the deadline until release is called, if it is earlier
// than the present one; ok tells whether it is. A timer sets the interrupt bit,
// so that polling finds out before it next reads the clock by itself.
func (a *Agent) LimitTime(end time.Time) (release func(), ok bool) {
	old := a.Deadline
	if !old.IsZero() && !end.Before(old) {
		return func() {}, false
	}
	a.Deadline = end
	timer := time.AfterFunc(time.Until(end), func() { a.Interrupt(InterruptOverdue) })
	return func() {
		timer.Stop()
		a.Deadline = old
	}, true
}

// Poll is the slow path of the fuel counter: it refills it and checks the
// interrupt bits, the deadline and the step budget.
func (a *Agent) Poll() error {
	a.Steps += uint64(a.refill - a.Fuel)
	a.refill = fuelQuantum
	if a.StepLimit != 0 {
		if a.Steps >= a.StepLimit {
			a.Fuel, a.refill = 0, 0
			return &Termination{Cause: TerminatedSteps}
		}
		a.refill = min(fuelQuantum, int64(a.StepLimit-a.Steps))
	}
	a.Fuel = a.refill
	if err := a.Attend(); err != nil {
		return err
	}
	if a.overdue() {
		return &Termination{Cause: TerminatedDeadline}
	}
	return nil
}

// StepsTaken returns the steps taken so far.
func (a *Agent) StepsTaken() uint64 { return a.Steps + uint64(a.refill-a.Fuel) }

// SetStepLimit changes the limit of steps, 0 for none, and returns the old one.
func (a *Agent) SetStepLimit(limit uint64) (old uint64) {
	old = a.StepLimit
	a.Steps, a.StepLimit = a.StepsTaken(), limit
	a.refill = fuelQuantum
	if limit != 0 {
		a.refill = int64(min(fuelQuantum, limit-min(limit, a.Steps)))
	}
	a.Fuel = a.refill
	return old
}

// Charge accounts for an allocation of n bytes before it is made.
func (a *Agent) Charge(n int) error {
	a.Allocated += uint64(n)
	if a.MemoryLimit != 0 && a.Allocated > a.MemoryLimit {
		return a.chargeSlow(n)
	}
	if int64(n) > 1<<31 {
		return a.RangeError("Array buffer allocation failed")
	}
	return nil
}

// Owe accounts for a small allocation that cannot fail. A breach is reported by
// the next Charge or poll, and when the native that made it returns.
func (a *Agent) Owe(n int) { a.Allocated += uint64(n) }

// chargeSlow walks what is live before it reports a breach: most of what was
// charged is garbage by now.
func (a *Agent) chargeSlow(n int) error {
	if a.LiveSize != nil {
		// OPT: if everything in the process fits, so does what is live
		// (TestMemoryLimits of internal/adversary).
		if a.fits(processHeap(), n) {
			return nil
		}
		if a.fits(a.LiveSize(a), n) {
			return nil
		}
		// The walk counts too much: realms that nothing refers to until Go has
		// collected them, and the garbage of built-ins that are running. What
		// the whole process holds is an upper bound.
		runtime.GC()
		if a.fits(min(a.LiveSize(a), processHeap()), n) {
			return nil
		}
	}
	return &Termination{Cause: TerminatedMemory}
}

// fits reports whether n bytes and what is live leave a tenth of the limit free.
func (a *Agent) fits(live uint64, n int) bool {
	ok := live+uint64(n) <= a.MemoryLimit/10*9
	clock := a.ChargeClock()
	a.Allocated = live + uint64(n)
	if ok {
		// A fifth of the limit may be charged until the next walk, however much
		// is live, so that a program near its limit does not walk all the time.
		a.Allocated = min(a.Allocated, a.MemoryLimit/5*4)
	}
	a.SetChargeClock(clock)
	return ok
}

// processHeap is the size of all Go objects.
func processHeap() uint64 {
	s := []metrics.Sample{{Name: "/memory/classes/heap/objects:bytes"}}
	metrics.Read(s)
	return s[0].Value.Uint64()
}

// Concat returns s followed by t, or the error that it would be too long. What
// flattening a rope takes is charged when enough of them could have been.
func (a *Agent) Concat(s, t *jstring.String) (*jstring.String, error) {
	n := s.Len() + t.Len()
	if n > jstring.MaxLength {
		return nil, a.RangeError("Invalid string length")
	}
	cost, rope := jstring.ConcatCost(s, t)
	if err := a.Charge(cost); err != nil {
		return nil, err
	}
	if rope {
		if a.ropeDebt += uint64(n); a.ropeDebt > a.MemoryLimit/8 && a.MemoryLimit != 0 {
			a.ropeDebt = 0
			now := jstring.Flattened()
			delta := min(now-a.flattened, a.MemoryLimit)
			a.flattened = now
			if err := a.Charge(int(delta)); err != nil {
				return nil, err
			}
		}
	}
	return jstring.Concat(s, t), nil
}

// ChargeClock counts the bytes charged. The interpreter sets it back when
// control returns from script to a built-in, so that the difference over a
// built-in's run is what the built-in itself has charged.
func (a *Agent) ChargeClock() uint64 { return a.Allocated + a.clockOffset }

// SetChargeClock sets what ChargeClock returns.
func (a *Agent) SetChargeClock(c uint64) { a.clockOffset = c - a.Allocated }

// The Go stack is limited (1 GB on 64-bit machines, 250 MB on others); a unit of
// EnterNative takes up to 2 KiB of it in the recursions there are, and a parser
// at the end of them 18 MiB more (TestStackBudget of internal/adversary).
const defaultNativeLimit = 10000

// EnterNative bounds recursion on the Go stack; every function of the engine
// that a script can make recurse calls it, with LeaveNative on return.
func (a *Agent) EnterNative() error {
	if a.nativeDepth >= a.NativeLimit {
		return a.StackOverflow()
	}
	a.nativeDepth++
	return nil
}

// LeaveNative ends what EnterNative began.
func (a *Agent) LeaveNative() { a.nativeDepth-- }

// NativeDepth returns the current depth, for the interpreter.
func (a *Agent) NativeDepth() int { return a.nativeDepth }

// StackOverflow returns the catchable error for too deep recursion.
func (a *Agent) StackOverflow() error {
	a.nativeDepth -= 64 // room to make the error
	defer func() { a.nativeDepth += 64 }()
	return a.RangeError("Maximum call stack size exceeded")
}

// Reason says in a few words which limit it was.
func (t *Termination) Reason() string { return terminationText[t.Cause] }
