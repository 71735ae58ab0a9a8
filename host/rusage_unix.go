//go:build unix

package host

import "syscall"

// resourceUsage lists the microseconds of user and system time, the largest
// resident size in KiB, page faults without and with reading, blocks read and
// written, and context switches, voluntary and not.
func resourceUsage() []int64 {
	var u syscall.Rusage
	if syscall.Getrusage(syscall.RUSAGE_SELF, &u) != nil {
		return make([]int64, 9)
	}
	micro := func(t syscall.Timeval) int64 { return int64(t.Sec)*1e6 + int64(t.Usec) }
	return []int64{micro(u.Utime), micro(u.Stime), int64(u.Maxrss), int64(u.Minflt), int64(u.Majflt), int64(u.Inblock), int64(u.Oublock), int64(u.Nvcsw), int64(u.Nivcsw)}
}

// umask sets the mask of new files and returns the one before; -1 only asks.
func umask(mask int) int {
	if mask >= 0 {
		return syscall.Umask(mask)
	}
	old := syscall.Umask(0)
	syscall.Umask(old)
	return old
}
