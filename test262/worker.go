package test262

import (
	"bufio"
	"context"
	"encoding/json"
	"fmt"
	"io"
	"os/exec"
	"strings"
	"sync"
	"time"
)

// memoryPoll is how often the memory of a busy worker is looked at.
const memoryPoll = 25 * time.Millisecond

// Limits bound one job.
type Limits struct {
	Time   time.Duration
	Memory int64 // bytes of resident memory; 0 for no bound
}

// patience is how long the runner waits before it kills a worker: the engine
// has to stop the script itself at the limit, and gets some time to do so.
func (l Limits) patience() time.Duration { return l.Time + l.Time/4 + 2*time.Second }

// A runnerEnd is one place where jobs can be run: a worker process or, for
// debugging, an engine in this process.
type runnerEnd interface {
	// run returns the answer, or an outcome with the reason why there is none.
	// fresh reports whether the job was the first of its process.
	run(ctx context.Context, job *Job) (r *Result, failure Outcome, reason string, fresh bool)
	close()
}

// worker keeps one engine process going: it starts the process when a job
// needs it and replaces it when it had to be killed.
type worker struct {
	command    []string
	limits     Limits
	perProcess int // jobs before a restart; 0 for no bound

	proc *process
	jobs int
}

// process is a started engine.
type process struct {
	cmd     *exec.Cmd
	in      io.WriteCloser
	answers chan *Result // closed when the output ends
	errors  *excerpt
	exited  chan struct{}
}

func startProcess(command []string) (*process, error) {
	cmd := exec.Command(command[0], command[1:]...)
	isolate(cmd)
	p := &process{cmd: cmd, answers: make(chan *Result, 1), errors: &excerpt{}, exited: make(chan struct{})}
	cmd.Stderr = p.errors
	// A grandchild may keep the error pipe open after the engine is gone.
	cmd.WaitDelay = time.Second
	in, err := cmd.StdinPipe()
	if err != nil {
		return nil, err
	}
	out, err := cmd.StdoutPipe()
	if err != nil {
		return nil, err
	}
	if err := cmd.Start(); err != nil {
		return nil, err
	}
	p.in = in
	go p.read(out)
	return p, nil
}

// read passes on the answers. Lines that are no answer are ignored: a test may
// make an engine print anything.
func (p *process) read(out io.Reader) {
	r := bufio.NewReaderSize(out, 1<<16)
	for {
		line, err := readLine(r)
		if err != nil {
			break
		}
		var answer struct {
			Result
			ID *int `json:"id"`
		}
		if json.Unmarshal(line, &answer) == nil && answer.ID != nil {
			answer.Result.ID = *answer.ID
			p.answers <- &answer.Result
		}
	}
	close(p.answers)
	io.Copy(io.Discard, out)
	p.cmd.Wait()
	close(p.exited)
}

// kill ends the process and waits until it is gone.
func (p *process) kill() {
	killGroup(p.cmd)
	p.in.Close()
	for range p.answers {
	}
	<-p.exited
}

// awaitExit waits for a process whose output has ended, but not for long.
func (p *process) awaitExit() {
	select {
	case <-p.exited:
	case <-time.After(time.Second):
		killGroup(p.cmd)
		<-p.exited
	}
}

func (w *worker) run(ctx context.Context, job *Job) (*Result, Outcome, string, bool) {
	if w.proc != nil && w.perProcess > 0 && w.jobs >= w.perProcess {
		w.close()
	}
	fresh := w.proc == nil
	if fresh {
		p, err := startProcess(w.command)
		if err != nil {
			return nil, Crash, "the engine cannot be started: " + err.Error(), true
		}
		w.proc, w.jobs = p, 0
	}
	w.jobs++
	sent := make(chan struct{})
	in := w.proc.in
	go func() {
		// An engine that died before it read the job is noticed by its output ending.
		_ = writeLine(in, job)
		close(sent)
	}()
	r, failure, reason := w.await(ctx, job)
	if r == nil {
		reason += w.quoteErrors()
		w.close()
	}
	<-sent
	return r, failure, reason, fresh
}

func (w *worker) await(ctx context.Context, job *Job) (*Result, Outcome, string) {
	deadline := time.NewTimer(w.limits.patience())
	defer deadline.Stop()
	poll := time.NewTicker(memoryPoll)
	defer poll.Stop()
	for {
		select {
		case r, ok := <-w.proc.answers:
			if !ok {
				w.proc.awaitExit()
				return nil, Crash, fmt.Sprintf("the engine's process ended: %s", w.proc.cmd.ProcessState)
			}
			if r.ID == job.ID {
				return r, "", ""
			}
		case <-ctx.Done():
			return nil, Hang, "interrupted"
		case <-deadline.C:
			return nil, Hang, fmt.Sprintf("no answer within %v", w.limits.patience())
		case <-poll.C:
			used := residentBytes(w.proc.cmd.Process.Pid)
			if w.limits.Memory > 0 && used > w.limits.Memory {
				return nil, Memory, fmt.Sprintf("%d MiB of memory in use", used>>20)
			}
		}
	}
}

func (w *worker) quoteErrors() string {
	if text := w.proc.errors.String(); text != "" {
		return "\n" + text
	}
	return ""
}

func (w *worker) close() {
	if w.proc != nil {
		w.proc.kill()
		w.proc = nil
	}
}

// excerpt keeps the beginning of what a process writes to standard error, which
// is where Go says why it died, and the end.
type excerpt struct {
	mu         sync.Mutex
	head, tail []byte
}

const excerptSize = 2048

func (e *excerpt) Write(data []byte) (int, error) {
	e.mu.Lock()
	defer e.mu.Unlock()
	n := len(data)
	if room := excerptSize - len(e.head); room > 0 {
		room = min(room, len(data))
		e.head = append(e.head, data[:room]...)
		data = data[room:]
	}
	e.tail = append(e.tail, data...)
	if over := len(e.tail) - excerptSize; over > 0 {
		e.tail = append([]byte(nil), e.tail[over:]...)
	}
	return n, nil
}

func (e *excerpt) String() string {
	e.mu.Lock()
	defer e.mu.Unlock()
	text := string(e.head)
	if len(e.tail) > 0 {
		text += "\n…\n" + string(e.tail)
	}
	return strings.TrimSpace(text)
}
