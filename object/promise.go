package object

import "unsafe"

// The records of 27.2.1. What happens to them is in package interp.

// PromiseState is the value of [[PromiseState]].
type PromiseState uint8

const (
	PromisePending PromiseState = iota
	PromiseFulfilled
	PromiseRejected
)

// String returns the name of the state.
func (s PromiseState) String() string { return [...]string{"pending", "fulfilled", "rejected"}[s] }

// PromiseData is the payload of promises.
type PromiseData struct {
	State            PromiseState
	IsHandled        bool
	Result           Value
	FulfillReactions []PromiseReaction // while pending
	RejectReactions  []PromiseReaction
	Host             Value // of the embedder
}

// ReactionKind is the [[Type]] of a reaction.
type ReactionKind uint8

const (
	ReactionFulfill ReactionKind = iota
	ReactionReject
)

// PromiseReaction is 27.2.1.2.
type PromiseReaction struct {
	Kind       ReactionKind
	Capability *PromiseCapability // nil: undefined
	Handler    JobCallback        // without a callback: passes the value on
	// Awaiter is the suspended generator that an await resumes; then there is
	// neither capability nor handler.
	Awaiter *Object
}

// PromiseCapability is 27.2.1.1. Resolve and Reject are undefined when the
// promise was made by the engine and is settled directly.
type PromiseCapability struct {
	Promise         *Object
	Resolve, Reject Value
}

// JobCallback is 9.5.1: a function with the host-defined value that was current
// when it was registered.
type JobCallback struct {
	Callback *Object // nil: empty
	Host     Value
}

// ClassPromise is the class of promises.
var ClassPromise = &Class{Name: "Promise", Kind: KindOther,
	Trace: func(o *Object, v Visitor) {
		p := (*PromiseData)(o.ext)
		v.Value(p.Result)
		v.Value(p.Host)
		for i := range p.FulfillReactions {
			p.FulfillReactions[i].trace(v)
		}
		for i := range p.RejectReactions {
			p.RejectReactions[i].trace(v)
		}
	},
	Size: func(o *Object) int {
		p := (*PromiseData)(o.ext)
		return int(unsafe.Sizeof(*p)) + (cap(p.FulfillReactions)+cap(p.RejectReactions))*int(unsafe.Sizeof(PromiseReaction{}))
	},
}

func (r *PromiseReaction) trace(v Visitor) {
	if r.Awaiter != nil {
		v.Object(r.Awaiter)
	}
	if c := r.Capability; c != nil {
		v.Object(c.Promise)
		v.Value(c.Resolve)
		v.Value(c.Reject)
	}
	if r.Handler.Callback != nil {
		v.Object(r.Handler.Callback)
	}
	v.Value(r.Handler.Host)
}
