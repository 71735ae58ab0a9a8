package object

import (
	"testing"
	"unsafe"
)

var setValues [5000][3]byte

func TestPointerSet(t *testing.T) {
	values := &setValues
	var s pointerSet
	for round := range 2 {
		for i := range values {
			if got := s.add(unsafe.Pointer(&values[i])); got != (round == 0) {
				t.Fatalf("round %d, address %d: new is %v", round, i, got)
			}
		}
	}
}
