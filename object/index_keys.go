package object

import (
	"cmp"
	"slices"
)

// sortIndexKeys puts index keys in ascending order: many of them by their
// digits of 16 bits, lowest first, so that it can be interrupted.
func sortIndexKeys(a *Agent, keys []PropertyKey) error {
	byIndex := func(x, y PropertyKey) int { return cmp.Compare(x.index, y.index) }
	if len(keys) < Piece {
		slices.SortFunc(keys, byIndex)
		return nil
	}
	if slices.IsSortedFunc(keys, byIndex) {
		return nil
	}
	if err := a.Charge(len(keys) * 16); err != nil {
		return err
	}
	other := make([]PropertyKey, len(keys))
	next := make([]int, 1<<16+1)
	for shift := 0; shift < 32; shift += 16 {
		clear(next)
		for i, k := range keys {
			if err := a.AttendAt(i); err != nil {
				return err
			}
			next[k.index>>shift&0xFFFF+1]++
		}
		for i := 1; i < len(next); i++ {
			next[i] += next[i-1]
		}
		for i, k := range keys {
			if err := a.AttendAt(i); err != nil {
				return err
			}
			d := k.index >> shift & 0xFFFF
			other[next[d]] = k
			next[d]++
		}
		keys, other = other, keys
	}
	return nil
}
