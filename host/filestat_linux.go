package host

import (
	"io/fs"
	"syscall"
)

// statNumbers lists dev, mode, nlink, uid, gid, rdev, blksize, ino, size, blocks
// and the times of access, modification, change and birth.
func statNumbers(info fs.FileInfo) []int64 {
	st, ok := info.Sys().(*syscall.Stat_t)
	if !ok {
		return nil
	}
	return []int64{int64(st.Dev), int64(st.Mode), int64(st.Nlink), int64(st.Uid), int64(st.Gid), int64(st.Rdev), int64(st.Blksize),
		int64(st.Ino), st.Size, st.Blocks, int64(st.Atim.Sec), int64(st.Atim.Nsec), int64(st.Mtim.Sec), int64(st.Mtim.Nsec),
		int64(st.Ctim.Sec), int64(st.Ctim.Nsec), int64(st.Ctim.Sec), int64(st.Ctim.Nsec)} // the system call does not tell of birth
}

func access(path string, mode uint32) error { return syscall.Access(path, mode) }

// statfs lists the type, block size, blocks (all, free, available) and files (all,
// free) of a file system.
func statfs(path string) ([]int64, error) {
	var s syscall.Statfs_t
	if err := syscall.Statfs(path, &s); err != nil {
		return nil, err
	}
	return []int64{int64(s.Type), int64(s.Bsize), int64(s.Blocks), int64(s.Bfree), int64(s.Bavail), int64(s.Files), int64(s.Ffree)}, nil
}
