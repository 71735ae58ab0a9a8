package object

import (
	"math/rand/v2"
	"testing"
)

func TestSortIndexKeys(t *testing.T) {
	random := rand.New(rand.NewPCG(1, 2))
	for _, n := range []int{0, 1, 2, 1000, Piece, 3 * Piece} {
		keys := make([]PropertyKey, n)
		sum := uint64(0)
		for i := range keys {
			keys[i] = IndexKey(random.Uint32N(MaxArrayIndex))
			sum += uint64(keys[i].index)
		}
		if err := sortIndexKeys(NewAgent(), keys); err != nil {
			t.Fatal(err)
		}
		for i := range keys {
			sum -= uint64(keys[i].index)
			if i > 0 && keys[i-1].index > keys[i].index {
				t.Fatalf("%d keys: %d before %d", n, keys[i-1].index, keys[i].index)
			}
		}
		if sum != 0 {
			t.Errorf("%d keys: not the same after sorting", n)
		}
	}
}
