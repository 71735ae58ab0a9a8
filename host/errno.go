package host

import (
	"strings"
	"syscall"
)

// errnoNames are the errors of the system that Node has names for.
var errnoNames = map[syscall.Errno]string{
	syscall.EPERM: "EPERM", syscall.ENOENT: "ENOENT", syscall.EINTR: "EINTR", syscall.EIO: "EIO", syscall.EBADF: "EBADF", syscall.EAGAIN: "EAGAIN",
	syscall.ENOMEM: "ENOMEM", syscall.EACCES: "EACCES", syscall.EFAULT: "EFAULT", syscall.EBUSY: "EBUSY", syscall.EEXIST: "EEXIST",
	syscall.EXDEV: "EXDEV", syscall.ENODEV: "ENODEV", syscall.ENOTDIR: "ENOTDIR", syscall.EISDIR: "EISDIR", syscall.EINVAL: "EINVAL",
	syscall.ENFILE: "ENFILE", syscall.EMFILE: "EMFILE", syscall.ENOTTY: "ENOTTY", syscall.EFBIG: "EFBIG",
	syscall.ENOSPC: "ENOSPC", syscall.ESPIPE: "ESPIPE", syscall.EROFS: "EROFS", syscall.EMLINK: "EMLINK", syscall.EPIPE: "EPIPE",
	syscall.ENAMETOOLONG: "ENAMETOOLONG", syscall.ENOTEMPTY: "ENOTEMPTY", syscall.ELOOP: "ELOOP", syscall.ENOTSUP: "ENOTSUP",
	syscall.EADDRINUSE: "EADDRINUSE", syscall.EADDRNOTAVAIL: "EADDRNOTAVAIL", syscall.ECONNREFUSED: "ECONNREFUSED",
	syscall.ECONNRESET: "ECONNRESET", syscall.ETIMEDOUT: "ETIMEDOUT", syscall.EHOSTUNREACH: "EHOSTUNREACH", syscall.ESRCH: "ESRCH",
}

// errnoTexts are the descriptions that are not the system's.
var errnoTexts = map[string]string{
	"EPERM": "operation not permitted", "EISDIR": "illegal operation on a directory", "EBUSY": "resource busy or locked",
	"EXDEV": "cross-device link not permitted", "EIO": "i/o error", "ENAMETOOLONG": "name too long", "ENOTEMPTY": "directory not empty",
	"EEXIST": "file already exists", "ELOOP": "too many symbolic links encountered", "EINVAL": "invalid argument", "EMFILE": "too many open files",
	"ESPIPE": "invalid seek", "EBADF": "bad file descriptor", "EACCES": "permission denied", "ENOSPC": "no space left on device",
	"EROFS": "read-only file system", "ENOTSUP": "operation not supported on socket", "EADDRINUSE": "address already in use",
	"ECONNREFUSED": "connection refused", "ECONNRESET": "connection reset by peer", "EPIPE": "broken pipe", "EMLINK": "too many links",
}

func errnoName(e syscall.Errno) string {
	if n := errnoNames[e]; n != "" {
		return n
	}
	return "UNKNOWN"
}

func errnoText(code string, e syscall.Errno) string {
	if t := errnoTexts[code]; t != "" {
		return t
	}
	return strings.ToLower(e.Error())
}
