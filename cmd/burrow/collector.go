package main

import (
	"os"
	"runtime"
	"runtime/debug"
	"runtime/metrics"
)

// Scripts make many small objects and most keep few. Go's collector lets a heap
// double between two cycles, so that a heap of 4 MiB is collected all the time. In
// this process, which runs one program and is nobody else's, a small heap may grow
// to a few times its size; one above smallHeap doubles, as ever.
const (
	smallHeap   = 32 << 20 // bytes
	smallGrowth = 400      // per cent
	growth      = 100
)

// heapMark is an object that the collector frees once in each cycle.
type heapMark struct{ _ [16]byte }

// tuneCollector keeps the collector's percentage right, unless GOGC sets it.
func tuneCollector() {
	if os.Getenv("GOGC") != "" {
		return
	}
	debug.SetGCPercent(smallGrowth)
	watchHeap(smallGrowth)
}

// watchHeap looks at the heap after the next cycle, and so on. percent is what is set.
func watchHeap(percent int) {
	runtime.AddCleanup(new(heapMark), func(percent int) {
		want := growthFor(liveHeap())
		if want != percent {
			debug.SetGCPercent(want)
		}
		watchHeap(want)
	}, percent)
}

// growthFor returns by how many per cent a heap may grow of which so much is live.
func growthFor(live uint64) int {
	if live > smallHeap {
		return growth
	}
	return smallGrowth
}

// liveHeap is the size of what the last cycle has found to be live.
func liveHeap() uint64 {
	s := []metrics.Sample{{Name: "/gc/heap/live:bytes"}}
	metrics.Read(s)
	return s[0].Value.Uint64()
}
