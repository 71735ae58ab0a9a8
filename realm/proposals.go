package realm

import (
	"github.com/burrowjs/burrow/object"
	"github.com/burrowjs/burrow/realm/control"
	"github.com/burrowjs/burrow/realm/indexed"
	"github.com/burrowjs/burrow/realm/structured"
)

// proposals are the built-ins of proposals that are at stage 3, by chapter.
var proposals = [][]object.Extension{
	structured.Proposals,
	control.Proposals,
	{{Of: object.IntrinsicGlobal, Props: []object.Prop{object.Ref("ShadowRealm", intrinsicShadowRealm)}}},
}

// AddProposals gives a realm the built-ins of proposals that ECMA-262 has not
// taken up yet. A realm that nobody has asked this for has none of them, so
// that programs do not find what Node does not have.
func AddProposals(r *object.Realm) {
	for _, list := range proposals {
		r.Extend(list)
	}
}

// ImmutableBytes returns a Uint8Array over an immutable buffer of data, which it
// takes over: the value of a module of type bytes,
// https://tc39.es/proposal-import-bytes/#sec-create-bytes-module
func ImmutableBytes(r *object.Realm, data []byte) object.Value {
	a := r.Agent
	buffer := a.NewArrayBuffer(r.Intrinsic(object.IntrinsicArrayBufferPrototype), data, -1)
	object.Payload[object.ArrayBufferData](buffer).Immutable = true
	return object.Obj(a.NewTypedArray(object.TypeUint8, r.Intrinsic(indexed.Prototype(object.TypeUint8)), buffer, 0, len(data)))
}
