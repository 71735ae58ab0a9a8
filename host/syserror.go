package host

import (
	"context"
	"errors"
	"io"
	"net"
	"os"
	"strings"
	"syscall"

	"github.com/burrowjs/burrow/vmapi"
)

// systemCodes are the names and texts of the errors of the operating system, as
// libuv has them.
var systemCodes = []struct {
	errno      syscall.Errno
	code, text string
}{
	{syscall.EACCES, "EACCES", "permission denied"},
	{syscall.EADDRINUSE, "EADDRINUSE", "address already in use"},
	{syscall.EADDRNOTAVAIL, "EADDRNOTAVAIL", "address not available"},
	{syscall.EBADF, "EBADF", "bad file descriptor"},
	{syscall.ECONNABORTED, "ECONNABORTED", "software caused connection abort"},
	{syscall.ECONNREFUSED, "ECONNREFUSED", "connection refused"},
	{syscall.ECONNRESET, "ECONNRESET", "connection reset by peer"},
	{syscall.EEXIST, "EEXIST", "file already exists"},
	{syscall.EHOSTUNREACH, "EHOSTUNREACH", "host is unreachable"},
	{syscall.EINVAL, "EINVAL", "invalid argument"},
	{syscall.EISDIR, "EISDIR", "illegal operation on a directory"},
	{syscall.EMFILE, "EMFILE", "too many open files"},
	{syscall.ENETUNREACH, "ENETUNREACH", "network is unreachable"},
	{syscall.ENOENT, "ENOENT", "no such file or directory"},
	{syscall.ENOSPC, "ENOSPC", "no space left on device"},
	{syscall.ENOTDIR, "ENOTDIR", "not a directory"},
	{syscall.ENOTEMPTY, "ENOTEMPTY", "directory not empty"},
	{syscall.EPERM, "EPERM", "operation not permitted"},
	{syscall.EPIPE, "EPIPE", "broken pipe"},
	{syscall.EROFS, "EROFS", "read-only file system"},
	{syscall.ESPIPE, "ESPIPE", "invalid seek"},
	{syscall.ETIMEDOUT, "ETIMEDOUT", "connection timed out"},
}

// systemCode names an error of the operating system or of package net.
func systemCode(err error) (code, text string, errno int) {
	var dns *net.DNSError
	switch {
	case errors.As(err, &dns):
		if dns.IsTimeout || dns.IsTemporary && !dns.IsNotFound {
			return "EAI_AGAIN", "temporary failure", -3001
		}
		return "ENOTFOUND", "not found", -3008
	case errors.Is(err, os.ErrDeadlineExceeded), errors.Is(err, context.DeadlineExceeded):
		return "ETIMEDOUT", "connection timed out", -int(syscall.ETIMEDOUT)
	case errors.Is(err, io.ErrUnexpectedEOF):
		return "ECONNRESET", "connection reset by peer", -int(syscall.ECONNRESET)
	}
	for _, s := range systemCodes {
		if errors.Is(err, s.errno) {
			return s.code, s.text, -int(s.errno)
		}
	}
	return "EIO", strings.TrimPrefix(err.Error(), "net: "), -int(syscall.EIO)
}

// fileFailure returns the error value of a failed call on a file.
func fileFailure(c *vmapi.Call, err error, call, path string) (vmapi.Value, error) {
	code, text, errno := systemCode(err)
	message := code + ": " + text + ", " + call
	if path == "" {
		e := c.NewError("Error", "", message)
		return e, setAll(c, e, "errno", errno, "code", code, "syscall", call)
	}
	e := c.NewError("Error", "", message+" '"+path+"'")
	return e, setAll(c, e, "errno", errno, "code", code, "syscall", call, "path", path)
}

// netFailure returns the error value of a failed call on the network; port is
// negative if there is none.
func netFailure(c *vmapi.Call, err error, call, address string, port int) (vmapi.Value, error) {
	code, text, errno := systemCode(err)
	message := call + " " + code
	if call == "listen" {
		message += ": " + text
	}
	switch {
	case address == "":
	case port < 0:
		message += " " + address
	default:
		message += " " + net.JoinHostPort(address, itoa(port))
	}
	if strings.Count(address, ":") > 1 && port >= 0 { // IPv6 is written without brackets
		message = strings.NewReplacer("[", "", "]", "").Replace(message)
	}
	e := c.NewError("Error", "", message)
	if err := setAll(c, e, "errno", errno, "code", code, "syscall", call); err != nil || address == "" {
		return e, err
	}
	if code == "ENOTFOUND" || code == "EAI_AGAIN" {
		return e, c.Set(e, "hostname", address)
	}
	if err := c.Set(e, "address", address); err != nil || port < 0 {
		return e, err
	}
	return e, c.Set(e, "port", port)
}
