package host

import "github.com/burrowjs/burrow/vmapi"

// loopBinding lets modules in lib queue work for the event loop: post(f) calls f
// in the next turn, expect(n) makes the loop wait for n more (or, negative,
// fewer) things that will be posted.
func (h *Host) loopBinding(c *vmapi.Call) (vmapi.Value, error) {
	o := c.NewObject()
	return o, defineMethods(c, o, []method{
		{"expect", 1, func(c *vmapi.Call) (vmapi.Value, error) {
			h.vm.Expect(int(c.Arg(0).Number()))
			return vmapi.Value{}, nil
		}},
		// jobData ( [ value ] ) returns what the jobs made now carry, and changes it
		{"jobData", 1, func(c *vmapi.Call) (vmapi.Value, error) {
			old := c.JobData()
			if c.ArgCount() > 0 {
				c.SetJobData(c.Arg(0))
			}
			return old, nil
		}},
		{"post", 1, func(c *vmapi.Call) (vmapi.Value, error) {
			f, data := c.Arg(0), c.JobData()
			h.vm.Post(func(c *vmapi.Call) error { return h.callback(c, f, nil, nil, data) })
			return vmapi.Value{}, nil
		}},
	})
}

// cloneBinding is the part of structuredClone that looks at kinds of objects.
func (h *Host) cloneBinding(c *vmapi.Call) (vmapi.Value, error) {
	o := c.NewObject()
	return o, defineMethods(c, o, []method{
		{"classOf", 1, func(c *vmapi.Call) (vmapi.Value, error) { return h.vm.ToValue(c.Arg(0).Class()) }},
		{"tracksLength", 1, func(c *vmapi.Call) (vmapi.Value, error) { return h.vm.ToValue(c.Arg(0).TracksLength()) }},
	})
}
