package vmapi

import (
	"runtime"
	"slices"

	"github.com/burrowjs/burrow/interp"
	"github.com/burrowjs/burrow/object"
)

// MeasureOptions are the options of MeasureMemory (vm.measureMemory).
type MeasureOptions struct {
	// Eager collects garbage at once (execution: 'eager'). Otherwise the answer
	// comes after the next collection that happens anyhow, which may be never.
	Eager bool
	// Current is the context that MemoryUse.Current is about; nil is the main one.
	Current *Context
}

// MemoryEstimate says how much memory is in use: Bytes for certain, Upper if
// everything is counted that contexts share or that belongs to none of them.
type MemoryEstimate struct{ Bytes, Upper uint64 }

// ContextMemory is the memory of a context.
type ContextMemory struct {
	Context *Context // whose it is
	MemoryEstimate
}

// MemoryUse is the answer of MeasureMemory: what scripts can reach, in all, in the current
// context and in each of the others.
type MemoryUse struct {
	Total   MemoryEstimate  // of all contexts
	Current MemoryEstimate  // of the one that the options name
	Other   []ContextMemory // of each of the others
}

type measurement struct {
	current *Context
	done    func(c *Call, m MemoryUse) error
}

// MeasureMemory measures the memory of the VM's contexts after a garbage
// collection and then calls done in a function posted to the VM (see Post). An
// eager measurement is announced (see Expect), so that an event loop waits for
// it; another one keeps nothing waiting. It is called on the VM's goroutine.
//
// An object belongs to the context whose built-in prototypes it inherits from, a
// sandbox to the context made of it, everything else to the first that refers to it.
func (vm *VM) MeasureMemory(opts MeasureOptions, done func(c *Call, m MemoryUse) error) {
	current := opts.Current
	if current == nil {
		current = vm.main
	}
	vm.measurements = append(vm.measurements, measurement{current, done})
	if opts.Eager {
		vm.Expect(1)
		go func() {
			runtime.GC()
			vm.Post(func(c *Call) error {
				vm.Expect(-1)
				return vm.answerMeasurements(c)
			})
		}()
		return
	}
	sentinel := new([1 << 6]byte) // big enough not to share its block with others
	runtime.AddCleanup(sentinel, func(vm *VM) { vm.Post(vm.answerMeasurements) }, vm)
}

// answerMeasurements answers all measurements that wait for a collection.
func (vm *VM) answerMeasurements(c *Call) error {
	list := vm.measurements
	vm.measurements = nil
	for i, m := range list {
		if err := m.done(c, vm.memoryUse(m.current)); err != nil {
			vm.measurements = append(list[i+1:], vm.measurements...)
			return err
		}
	}
	return nil
}

// memoryUse walks what the contexts reach.
func (vm *VM) memoryUse(current *Context) MemoryUse {
	realms := slices.DeleteFunc(vm.agent.Realms(), func(r *object.Realm) bool { return r == vm.main.realm })
	realms = slices.Insert(realms, 0, vm.main.realm) // to which belongs what runs
	sizes, shared := interp.LiveSizes(vm.agent, realms)
	var m MemoryUse
	for i, size := range sizes {
		m.Total.Bytes += size
		e := MemoryEstimate{size, size + shared}
		if realms[i] == current.realm {
			m.Current = e
		} else if ctx, ok := realms[i].HostDefined.(*Context); ok {
			m.Other = append(m.Other, ContextMemory{ctx, e})
		}
	}
	m.Total.Upper = m.Total.Bytes + shared
	return m
}
