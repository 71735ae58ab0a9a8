package object

import (
	"math/rand/v2"
	"sync/atomic"
	"time"
	"unsafe"
	"weak"

	"github.com/burrowjs/burrow/internal/jstring"
)

// Agent is the record of 9.6: one thread of JavaScript with its heap of
// objects. Everything that belongs to an agent is used by one goroutine at a
// time; only Interrupt may be called from others.
type Agent struct {
	atoms     atomTable
	names     []PropertyKey
	nullRoots []*Shape
	registry  map[string]*Symbol // GlobalSymbolRegistry (20.4.2.2)

	// ProtoEpoch changes when a property is added to, deleted from or
	// reconfigured on an object that is some object's prototype. Caches that
	// looked through prototypes compare it.
	ProtoEpoch uint32

	// Machine is the interpreter's state (*interp.Machine).
	Machine unsafe.Pointer

	// Limits. Fuel counts down on back edges and calls; its slow path refills
	// it and looks at everything else.
	Fuel        int64
	refill      int64  // what Fuel was set to
	Steps       uint64 // steps taken before the last refill
	StepLimit   uint64 // 0: none
	Deadline    time.Time
	interrupts  atomic.Uint32
	Allocated   uint64 // bytes charged since the last live walk
	MemoryLimit uint64 // bytes, 0: none
	clockOffset uint64 // see ChargeClock
	ropeDebt    uint64 // length of ropes made since flattened was looked at
	flattened   uint64 // jstring.Flattened then
	nativeDepth int
	NativeLimit int // Go recursion allowed, in units of EnterNative

	// LiveSize measures what is reachable, for the memory limit; set by interp.
	LiveSize func(a *Agent) uint64

	// Host is the seam through which the outside enters.
	Host HostHooks

	CanBlock  bool
	AgentData any // of the embedder

	// ChapterData is what chapters of the library keep for the agent: caches
	// and scratch memory. It holds no Values.
	ChapterData map[any]any

	keptAlive []unsafe.Pointer // KeepDuringJob (9.12)

	// stackError is what Error.prepareStackTrace threw while a stack property was
	// read; the read throws it.
	stackError error

	weak        weakState
	realms      []weak.Pointer[Realm]
	purgeRealms int // length of realms at which dead ones are dropped
	specTables  []*propTable
	posted      posted
}

// HostHooks are the sources of everything that is not determined by the
// program. Each may be replaced, recorded or replayed.
type HostHooks struct {
	// Now returns the time in milliseconds since the epoch (21.4.1.1).
	Now func() float64
	// Monotonic returns nanoseconds since some moment.
	Monotonic func() int64
	// Random returns a number in [0, 1).
	Random func() float64
	// Location is the local time zone.
	Location *time.Location
	// PromiseRejectionTracker is HostPromiseRejectionTracker (27.2.1.9).
	PromiseRejectionTracker func(a *Agent, promise *Object, handled bool)
	// EnqueueJob is HostEnqueuePromiseJob (9.5.5); nil uses the realm's queue.
	EnqueueJob func(a *Agent, r *Realm, j Job) bool
	// EnsureCanCompileStrings is 19.2.1.2; it returns the error to throw.
	EnsureCanCompileStrings func(a *Agent, r *Realm) error
	// CanCompileWasm tells whether WebAssembly code may be compiled in a realm;
	// nil means that it may.
	CanCompileWasm func(a *Agent, r *Realm) bool
}

// Interrupt bits, set from any goroutine and seen at the next poll.
const (
	InterruptTerminate uint32 = 1 << iota
	InterruptOverdue          // a deadline has passed, perhaps one that holds no more
)

const fuelQuantum = 1 << 14

// NewAgent returns an agent without realms.
func NewAgent() *Agent {
	a := &Agent{
		names:       make([]PropertyKey, len(declaredNames)),
		registry:    map[string]*Symbol{},
		Fuel:        fuelQuantum,
		refill:      fuelQuantum,
		NativeLimit: defaultNativeLimit,
		CanBlock:    true,
		posted:      posted{wake: make(chan struct{}, 1)},
	}
	start := time.Now()
	a.Host = HostHooks{
		Now:       func() float64 { return float64(time.Now().UnixMilli()) },
		Monotonic: func() int64 { return int64(time.Since(start)) },
		Random:    rand.Float64,
		Location:  time.Local,
	}
	return a
}

// Interrupt sets interrupt bits. It may be called from any goroutine.
func (a *Agent) Interrupt(bits uint32) { a.interrupts.Or(bits) }

// ClearInterrupt clears interrupt bits.
func (a *Agent) ClearInterrupt(bits uint32) { a.interrupts.And(^bits) }

// symbolBytes is what a symbol weighs.
const symbolBytes = int(unsafe.Sizeof(Symbol{}))

// NewSymbol returns a new symbol and accounts for it.
func (a *Agent) NewSymbol(description *jstring.String) *Symbol {
	a.Owe(symbolBytes)
	return NewSymbol(description)
}

// SymbolFor returns the registered symbol of key (20.4.2.2).
func (a *Agent) SymbolFor(key *jstring.String) *Symbol {
	k := key.WTF8()
	if s := a.registry[k]; s != nil {
		return s
	}
	a.Owe(registryEntryBytes + symbolBytes + len(k))
	s := NewSymbol(key)
	s.Registered = true
	a.registry[k] = s
	return s
}

// SetChapterData sets an entry of ChapterData.
func (a *Agent) SetChapterData(key, data any) {
	if a.ChapterData == nil {
		a.ChapterData = map[any]any{}
	}
	a.ChapterData[key] = data
}

// KeepDuringJob is AddToKeptObjects (9.12): p stays alive until the current job ends.
func (a *Agent) KeepDuringJob(v Value) { a.keptAlive = append(a.keptAlive, v.ref) }

// ClearKeptObjects is 9.11.
func (a *Agent) ClearKeptObjects() {
	clear(a.keptAlive)
	a.keptAlive = a.keptAlive[:0]
}
