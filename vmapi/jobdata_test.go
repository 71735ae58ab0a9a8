package vmapi

import "testing"

// TestJobData checks that every kind of job carries the value of the moment it
// was made.
func TestJobData(t *testing.T) {
	vm := New(Options{})
	var got []string
	_, err := vm.Do(func(c *Call) (Value, error) {
		say := c.NewFunction("say", 1, func(c *Call) (Value, error) {
			got = append(got, c.Arg(0).Text()+"="+c.JobData().String())
			return Value{}, nil
		})
		if err := c.Set(vm.Main().Global(), "say", say); err != nil {
			return Value{}, err
		}
		mark, err := vm.ToValue("mark")
		if err != nil {
			return Value{}, err
		}
		c.SetJobData(mark)
		_, err = c.RunScript(vm.Main(), `Promise.resolve().then(() => say('then'));
			Promise.resolve({ then(r) { say('thenable'); r(); } }).then(() => say('after'));
			(async () => { await 1; say('await'); for await (const x of [1]) say('loop'); })();`, ScriptOptions{})
		c.QueueMicrotask(c.NewFunction("", 0, func(c *Call) (Value, error) {
			return c.Call(say, nil, "microtask")
		}))
		c.SetJobData(Value{})
		if err == nil {
			err = c.RunJobs()
		}
		return Value{}, err
	})
	if err != nil {
		t.Fatal(err)
	}
	if len(got) != 6 {
		t.Errorf("%d jobs: %v", len(got), got)
	}
	for _, g := range got {
		if g[len(g)-5:] != "=mark" {
			t.Error(g)
		}
	}
}
