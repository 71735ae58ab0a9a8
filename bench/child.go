package main

import (
	"bytes"
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"os"
	"os/exec"
	"strings"
	"time"
)

// answer is what a child prints.
type answer struct {
	Millis float64 `json:"ms"`
	Result string  `json:"result"`
	Error  string  `json:"error,omitempty"`
}

// child runs scripts on one engine in this process and prints the answer.
func child(name string, files []string, out io.Writer) error {
	run := builtin[name]
	if run == nil {
		return fmt.Errorf("no engine %q in this program", name)
	}
	var scripts []script
	for _, file := range files {
		data, err := os.ReadFile(file)
		if err != nil {
			return err
		}
		scripts = append(scripts, script{file, string(data)})
	}
	result, elapsed, err := run(scripts)
	a := answer{Millis: float64(elapsed) / float64(time.Millisecond), Result: result}
	if err != nil {
		a.Error = err.Error()
	}
	return json.NewEncoder(out).Encode(a)
}

// sample is one measurement.
type sample struct {
	answer
	PeakKiB int64
}

// measure runs scripts on an engine in a process of its own.
func measure(e *engine, files []string, limit time.Duration) (*sample, error) {
	ctx, cancel := context.WithTimeout(context.Background(), limit)
	defer cancel()
	args := append(append([]string{}, e.command[1:]...), files...)
	cmd := exec.CommandContext(ctx, e.command[0], args...)
	cmd.WaitDelay = time.Second
	var out, errs bytes.Buffer
	cmd.Stdout, cmd.Stderr = &out, &errs
	err := cmd.Run()
	if ctx.Err() != nil {
		return nil, fmt.Errorf("more than %v", limit)
	}
	if err != nil {
		return nil, fmt.Errorf("%w: %s", err, tail(errs.String()))
	}
	s := &sample{PeakKiB: peakKiB(cmd.ProcessState)}
	lines := strings.Split(strings.TrimSpace(out.String()), "\n")
	if err := json.Unmarshal([]byte(lines[len(lines)-1]), &s.answer); err != nil {
		return nil, fmt.Errorf("not an answer: %q", firstLine(out.String()))
	}
	if s.Error != "" {
		return nil, errors.New(firstLine(s.Error))
	}
	return s, nil
}

// tail is the end of what a process says before it dies, on one line.
func tail(s string) string {
	const size = 300
	s = strings.Join(strings.Fields(s), " ")
	return s[max(0, len(s)-size):]
}

func firstLine(s string) string {
	line, _, _ := strings.Cut(strings.TrimSpace(s), "\n")
	return line
}
