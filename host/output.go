package host

import (
	"bufio"
	"io"
	"sync"
	"time"
)

// output is standard output: what is written goes out in large pieces, but soon,
// also while a script runs that does not come back to the event loop.
type output struct {
	mu    sync.Mutex
	w     *bufio.Writer
	armed bool // a flush is under way
}

// outputDelay is how long what is written may wait.
const outputDelay = 5 * time.Millisecond

func newOutput(w io.Writer) *output { return &output{w: bufio.NewWriterSize(w, 1<<16)} }

func (o *output) Write(p []byte) (int, error) {
	o.mu.Lock()
	defer o.mu.Unlock()
	o.arm()
	return o.w.Write(p)
}

func (o *output) WriteString(s string) (int, error) {
	o.mu.Lock()
	defer o.mu.Unlock()
	o.arm()
	return o.w.WriteString(s)
}

func (o *output) arm() {
	if !o.armed {
		o.armed = true
		time.AfterFunc(outputDelay, func() { _ = o.Flush() }) // an error shows again in the next write
	}
}

func (o *output) Flush() error {
	o.mu.Lock()
	defer o.mu.Unlock()
	o.armed = false
	return o.w.Flush()
}
