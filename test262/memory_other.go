//go:build !linux

package test262

// residentBytes is not known here: only Linux has /proc, and elsewhere the
// memory bound is not watched.
func residentBytes(pid int) int64 { return 0 }
