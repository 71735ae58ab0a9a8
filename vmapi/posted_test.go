package vmapi_test

import (
	"errors"
	"testing"

	"github.com/burrowjs/burrow/vmapi"
)

// TestPostedAfterFailure checks that a posted function that fails does not take
// the ones behind it along.
func TestPostedAfterFailure(t *testing.T) {
	vm := vmapi.New(vmapi.Options{})
	ran := 0
	vm.Post(func(*vmapi.Call) error { return errors.New("first") })
	vm.Post(func(*vmapi.Call) error { ran++; return nil })
	_, err := vm.Do(func(c *vmapi.Call) (vmapi.Value, error) {
		if err := c.RunPosted(); err == nil {
			t.Error("the error is lost")
		}
		return vmapi.Value{}, c.RunPosted()
	})
	if err != nil || ran != 1 {
		t.Errorf("ran %d, %v", ran, err)
	}
}
