package vmapi

// Charge accounts for n bytes that the host is about to hold for the script. It
// fails when that exceeds the VM's memory limit; return the error.
func (c *Call) Charge(n int) error {
	if err := c.check(); err != nil {
		return err
	}
	return c.vm.agent.Charge(n)
}

// Tick accounts for n steps of work that a Go function does for the script. It
// fails when the VM's time or step limit is reached; return the error.
func (c *Call) Tick(n int) error {
	if err := c.check(); err != nil {
		return err
	}
	return c.vm.agent.Tick(n)
}
