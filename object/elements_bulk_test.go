package object

import (
	"math/rand/v2"
	"testing"
)

// TestElementsBulk compares the bulk operations with the same on a slice of
// Values, in all forms and with holes.
func TestElementsBulk(t *testing.T) {
	rnd := rand.New(rand.NewPCG(1, 2))
	pools := [][]Value{
		{Int(1), Int(2), Int(-3)},
		{Int(1), Float(2.5), Float(-0.5)},
		{Int(1), Float(2.5), StrGo("x"), Hole, Undefined},
	}
	for round := range 300 {
		pool := pools[round%len(pools)]
		pick := func(n int) []Value {
			vs := make([]Value, n)
			for i := range vs {
				vs[i] = pool[rnd.IntN(len(pool))]
			}
			return vs
		}
		var e Elements
		var want []Value
		for range 30 {
			switch rnd.IntN(5) {
			case 0:
				items := pick(rnd.IntN(4))
				start := rnd.IntN(len(want) + 1)
				remove := rnd.IntN(len(want) - start + 1)
				e.Splice(uint32(start), uint32(remove), items)
				want = append(append(append([]Value{}, want[:start]...), items...), want[start+remove:]...)
			case 1:
				if len(want) > 0 {
					if got := e.DropFirst(); !sameElement(got, want[0]) {
						t.Fatalf("DropFirst: %v, want %v", got, want[0])
					}
					want = want[1:]
				}
			case 2:
				var from Elements
				vs := pick(rnd.IntN(6))
				for _, v := range vs {
					from.Append(v)
				}
				e.AppendRange(&from, 0, from.Len)
				want = append(append([]Value{}, want...), vs...)
			case 3:
				e.Reverse()
				reversed := make([]Value, len(want))
				for i, v := range want {
					reversed[len(want)-1-i] = v
				}
				want = reversed
			case 4:
				if len(want) > 0 {
					start := rnd.IntN(len(want))
					end := start + rnd.IntN(len(want)-start+1)
					v := pick(1)[0]
					e.FillRange(uint32(start), uint32(end), v)
					want = append([]Value{}, want...)
					for i := start; i < end; i++ {
						want[i] = v
					}
				}
			}
			if int(e.Len) != len(want) {
				t.Fatalf("%d elements, want %d", e.Len, len(want))
			}
			holes := false
			for i, v := range want {
				holes = holes || v.IsHole()
				if got := e.At(uint32(i)); !sameElement(got, v) {
					t.Fatalf("element %d is %v, want %v", i, got, v)
				}
			}
			if e.HasHoles() != holes {
				t.Fatalf("HasHoles is %t, want %t", e.HasHoles(), holes)
			}
		}
	}
}

func sameElement(x, y Value) bool {
	if x.IsHole() || y.IsHole() {
		return x.IsHole() && y.IsHole()
	}
	return SameValue(x, y)
}
