package main

import (
	"runtime"
	"runtime/debug"
	"testing"
	"time"
)

// TestCollectorFollowsHeap lets the heap become large and small again.
func TestCollectorFollowsHeap(t *testing.T) {
	t.Setenv("GOGC", "")
	old := debug.SetGCPercent(growth)
	defer debug.SetGCPercent(old)
	tuneCollector()
	setting := func() int {
		p := debug.SetGCPercent(growth)
		debug.SetGCPercent(p)
		return p
	}
	reaches := func(want int) bool {
		for range 200 {
			runtime.GC()
			if setting() == want {
				return true
			}
			time.Sleep(5 * time.Millisecond)
		}
		return false
	}
	if got := setting(); got != smallGrowth {
		t.Errorf("at first: %d", got)
	}
	large := make([]byte, 2*smallHeap)
	if !reaches(growth) {
		t.Errorf("with a large heap: %d", setting())
	}
	runtime.KeepAlive(large)
	large = nil
	if !reaches(smallGrowth) {
		t.Errorf("with a small heap again: %d", setting())
	}
}
