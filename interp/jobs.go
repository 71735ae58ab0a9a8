package interp

import (
	"unsafe"

	"github.com/burrowjs/burrow/object"
)

// Jobs (9.5). A job goes to the queue of the realm of its handler; realms
// share the agent's queue unless their context has one of its own.

// jobSize is what a job takes in a queue that has grown by doubling.
const jobSize = 2 * int(unsafe.Sizeof(object.Job{}))

// Enqueue is HostEnqueuePromiseJob (9.5.5).
func Enqueue(a *object.Agent, j object.Job) {
	_ = a.Charge(jobSize) // a breach stays one for the next charge
	if a.Host.EnqueueJob != nil && a.Host.EnqueueJob(a, j.Realm, j) {
		return
	}
	q := machineOf(a).jobs
	if j.Realm != nil && j.Realm.Jobs != nil {
		q = j.Realm.Jobs
	}
	q.Push(j)
}

// HostSlot is the host-defined slot that new jobs inherit.
func HostSlot(a *object.Agent) object.Value { return machineOf(a).host }

// SetHostSlot sets the host-defined slot of the running job and returns the old one.
func SetHostSlot(a *object.Agent, v object.Value) object.Value {
	m := machineOf(a)
	old := m.host
	m.host = v
	return old
}

// RunJobs runs the jobs of a queue (nil: the agent's) until it is empty. A job
// fails only by termination or through an error of the host.
func RunJobs(a *object.Agent, q *object.JobQueue) error {
	m := machineOf(a)
	if q == nil {
		q = m.jobs
	}
	defer func(old object.Value) { m.host = old }(m.host)
	var j object.Job
	run := func() error { return j.Run(a, &j) }
	for {
		var ok bool
		if j, ok = q.Pop(); !ok {
			if m.Idle() {
				// The script before the jobs has ended too.
				a.ClearKeptObjects()
				m.clearAbove()
			}
			return nil
		}
		m.host = j.Host
		err := m.WithRealm(j.Realm, run)
		a.ClearKeptObjects()
		if err != nil {
			return err
		}
	}
}
