// Package test262 runs the official ECMAScript conformance suite.
//
// The package has two halves that meet at a protocol of one JSON object per
// line. The runner reads the suite (a folder or a .tar.gz), turns every test
// into the scenarios that INTERPRETING.md asks for, and hands them to worker
// processes one at a time. A worker is any command that speaks the protocol:
// by default it is this program started as "burrow test262-server", which is
// [Serve] around an [Engine]. Because a test lives in another process, nothing
// that it does to the engine can hurt the run: a worker that hangs, dies or
// eats memory is killed, the test is charged with it, and a fresh worker goes on.
//
// The way of a test through the files of this package:
//
//	suite.go, archive.go   files on disk become a list of tests
//	frontmatter.go         the YAML comment of a test becomes Meta
//	scenario.go            a test becomes one scenario for each mode
//	runner.go              scenarios are dealt to workers
//	worker.go, memory*.go  one worker process and its limits
//	protocol.go, serve.go  what goes over the pipe, and its other end
//	verdict.go             an answer becomes an outcome
//	lists.go, update.go    outcomes against known failures and skips
//	record.go, merge.go    raw results as JSON lines, shards joined
//	report.go, summary.go  RESULTS.md and what the terminal shows
//	command.go, options.go "burrow test262"
//
// A test passes only if all its scenarios pass; what is skipped counts as not
// passed, and every percentage has the whole suite as its denominator.
package test262
