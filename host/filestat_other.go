//go:build !linux

package host

import (
	"io/fs"
	"os"
	"syscall"
)

// statNumbers lists dev, mode, nlink, uid, gid, rdev, blksize, ino, size, blocks
// and the times of access, modification, change and birth, as far as they can be
// told on every system.
func statNumbers(info fs.FileInfo) []int64 {
	t := info.ModTime()
	out := []int64{0, unixMode(info.Mode()), 1, 0, 0, 0, 4096, 0, info.Size(), (info.Size() + 511) / 512}
	for range 4 {
		out = append(out, t.Unix(), int64(t.Nanosecond()))
	}
	return out
}

func access(path string, mode uint32) error {
	info, err := os.Stat(path)
	if err == nil && mode&2 != 0 && info.Mode().Perm()&0o222 == 0 {
		err = syscall.EACCES
	}
	return err
}

// unixMode returns the mode of a file with the bits of its type as Unix has them.
func unixMode(m fs.FileMode) int64 {
	kinds := [8]int64{0o100000, 0o100000, 0o040000, 0o120000, 0o010000, 0o140000, 0o020000, 0o060000}
	return kinds[direntType(m)] | int64(m.Perm())
}

func statfs(string) ([]int64, error) { return nil, syscall.ENOSYS }
