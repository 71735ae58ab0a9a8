package test262

import (
	"bufio"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"os"
	"runtime/debug"
)

// maxLine bounds one line of the protocol.
const maxLine = 256 << 20

// Serve is the far end of the protocol: it reads jobs, one JSON object per
// line, and writes the engine's answers until the input ends. A panic of the
// engine is an answer too, not the end of the process.
func Serve(in io.Reader, out io.Writer, engine Engine) error {
	r := bufio.NewReaderSize(in, 1<<20)
	w := bufio.NewWriter(out)
	for {
		line, err := readLine(r)
		if errors.Is(err, io.EOF) {
			return nil
		}
		if err != nil {
			return err
		}
		if len(line) == 0 {
			continue
		}
		var job Job
		if err := json.Unmarshal(line, &job); err != nil {
			return fmt.Errorf("a line of the input is not a job: %w", err)
		}
		if err := writeLine(w, runGuarded(engine, &job)); err != nil {
			return err
		}
		if err := w.Flush(); err != nil {
			return err
		}
	}
}

// runGuarded runs a job and turns a panic into an answer.
func runGuarded(engine Engine, job *Job) (result *Result) {
	defer func() {
		if v := recover(); v != nil {
			result = &Result{Host: HostPanic, Message: fmt.Sprintf("panic: %v\n%s", v, debug.Stack())}
		}
		if result == nil {
			result = &Result{Host: HostPanic, Message: "the engine gave no result"}
		}
		if result.Print == nil {
			result.Print = []string{}
		}
		result.ID = job.ID
	}()
	return engine.Run(job)
}

// ServeMain is "burrow test262-server": the protocol on standard input and output.
func ServeMain(in io.Reader, out, stderr io.Writer) int {
	if NewEngine == nil {
		fmt.Fprintln(stderr, "test262-server: this program has no engine")
		return 2
	}
	if err := Serve(in, out, NewEngine()); err != nil {
		fmt.Fprintln(stderr, "test262-server:", err)
		return 1
	}
	return 0
}

// readLine returns one line without its end. The last line may lack one.
func readLine(r *bufio.Reader) ([]byte, error) {
	var line []byte
	for {
		part, err := r.ReadSlice('\n')
		line = append(line, part...)
		if len(line) > maxLine {
			return nil, fmt.Errorf("line is longer than %d bytes", maxLine)
		}
		switch {
		case err == nil:
			return trimLineEnd(line), nil
		case errors.Is(err, bufio.ErrBufferFull):
		case errors.Is(err, io.EOF) && len(line) > 0:
			return line, nil
		case errors.Is(err, os.ErrClosed):
			return nil, io.EOF
		default:
			return nil, err
		}
	}
}

func trimLineEnd(line []byte) []byte {
	line = line[:len(line)-1]
	if n := len(line); n > 0 && line[n-1] == '\r' {
		line = line[:n-1]
	}
	return line
}

// writeLine writes v as one line of JSON.
func writeLine(w io.Writer, v any) error {
	e := json.NewEncoder(w)
	e.SetEscapeHTML(false)
	return e.Encode(v)
}
