//go:build unix

package test262

import (
	"os/exec"
	"syscall"
)

// isolate puts a worker into a process group of its own: Ctrl-C then reaches
// the runner alone, and killing the group takes the worker's children along.
func isolate(cmd *exec.Cmd) { cmd.SysProcAttr = &syscall.SysProcAttr{Setpgid: true} }

func killGroup(cmd *exec.Cmd) {
	if syscall.Kill(-cmd.Process.Pid, syscall.SIGKILL) != nil {
		cmd.Process.Kill()
	}
}
