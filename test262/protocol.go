package test262

// Job is a request: one scenario to run in a new realm.
type Job struct {
	ID         int      `json:"id"`
	Test       string   `json:"test"`       // path below test/, for messages
	Source     string   `json:"source"`     // the text to run, "use strict" already in it
	File       string   `json:"file"`       // absolute path of the test; fixtures lie beside it
	Kind       string   `json:"kind"`       // script or module
	Harness    []string `json:"harness"`    // scripts to evaluate first, in order
	HarnessDir string   `json:"harnessDir"` // the folder they are in
	Async      bool     `json:"async"`      // ends when print gets "Test262:Async..."
	CanBlock   bool     `json:"canBlock"`   // the agent's [[CanBlock]]
	TimeoutMs  int      `json:"timeoutMs"`
}

// Result is an answer. Phase is "" when no exception escaped, else harness,
// parse, resolution, runtime, or early for an engine that cannot tell parse from
// resolution. Host is "" unless the job did not come to its own end: timeout,
// panic or unsupported.
type Result struct {
	ID      int      `json:"id"`
	Phase   string   `json:"phase"`
	Error   string   `json:"error"` // name of the thrown value's constructor
	Message string   `json:"message"`
	Print   []string `json:"print"`
	Host    string   `json:"host"`
}

// Values of Result.Host.
const (
	HostTimeout     = "timeout"
	HostPanic       = "panic"
	HostUnsupported = "unsupported"
)

// Engine runs jobs. Run is called for one job at a time and must stop by itself
// at the job's limit. Every job gets a new realm, module map and job queue.
type Engine interface {
	Run(job *Job) *Result
}

// NewEngine makes the engine that "burrow test262-server" serves and that
// --in-process uses. It is nil where no engine is linked in.
var NewEngine func() Engine
