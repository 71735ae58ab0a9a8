package test262

import (
	"fmt"
	"io"
	"os"
	"time"
)

// progress shows how far a run is: a line that is rewritten on a terminal, a
// plain line now and then elsewhere.
type progress struct {
	out      io.Writer
	terminal bool
	total    int
	done     int
	failures int
	start    time.Time
	shown    time.Time
}

const (
	terminalInterval = 200 * time.Millisecond
	plainInterval    = 15 * time.Second
)

func newProgress(out io.Writer, total int) *progress {
	now := time.Now()
	return &progress{out: out, terminal: isTerminal(out), total: total, start: now, shown: now}
}

func isTerminal(w io.Writer) bool {
	f, ok := w.(*os.File)
	if !ok {
		return false
	}
	info, err := f.Stat()
	return err == nil && info.Mode()&os.ModeCharDevice != 0
}

// step counts one scenario; unexpected says whether it goes against the lists.
func (p *progress) step(unexpected bool) {
	p.done++
	if unexpected {
		p.failures++
	}
	interval := plainInterval
	if p.terminal {
		interval = terminalInterval
	}
	if now := time.Now(); now.Sub(p.shown) >= interval {
		p.shown = now
		p.show()
	}
}

func (p *progress) show() {
	elapsed := time.Since(p.start)
	rate := float64(p.done) / elapsed.Seconds()
	left := time.Duration(float64(p.total-p.done) / rate * float64(time.Second)).Round(time.Second)
	line := fmt.Sprintf("%d/%d scenarios, %.0f/s, %v left, %d unexpected", p.done, p.total, rate, left, p.failures)
	if p.terminal {
		fmt.Fprintf(p.out, "\r\x1b[K%s", line)
	} else {
		fmt.Fprintln(p.out, line)
	}
}

// clear takes the line off the terminal so that something else can be written.
func (p *progress) clear() {
	if p.terminal {
		fmt.Fprint(p.out, "\r\x1b[K")
	}
}
