package indexed

import "github.com/burrowjs/burrow/object"

// ordering compares two items; its errors are what a comparator threw.
type ordering[T any] interface {
	compare(x, y T) (int, error)
}

// run is the length of the pieces that mergeSort sorts by insertion first.
const run = 8

// mergeSort sorts list stably. Runs that are in order already are not merged,
// so that sorted input takes a linear number of comparisons.
func mergeSort[T any, O ordering[T]](a *object.Agent, list []T, order O) error {
	n := len(list)
	for from := 0; from < n; from += run {
		if err := a.AttendAt(from); err != nil {
			return err
		}
		if err := insertionSort(list[from:min(from+run, n)], order); err != nil {
			return err
		}
	}
	if n <= run {
		return nil
	}
	if err := a.Charge(16 * n); err != nil {
		return err
	}
	source, target := list, make([]T, n)
	for width := run; width < n; width *= 2 {
		for from := 0; from < n; from += 2 * width {
			middle, end := min(from+width, n), min(from+2*width, n)
			if err := a.Tick((end - from) / 4); err != nil {
				return err
			}
			if err := merge(a, target[from:end], source[from:middle], source[middle:end], order); err != nil {
				return err
			}
		}
		source, target = target, source
	}
	if &source[0] != &list[0] {
		copy(list, source)
	}
	return nil
}

func insertionSort[T any, O ordering[T]](list []T, order O) error {
	for i := 1; i < len(list); i++ {
		x := list[i]
		j := i
		for ; j > 0; j-- {
			c, err := order.compare(list[j-1], x)
			if err != nil {
				list[j] = x
				return err
			}
			if c <= 0 {
				break
			}
			list[j] = list[j-1]
		}
		list[j] = x
	}
	return nil
}

func merge[T any, O ordering[T]](a *object.Agent, to, left, right []T, order O) error {
	if len(right) == 0 {
		copy(to, left)
		return nil
	}
	if c, err := order.compare(left[len(left)-1], right[0]); err != nil {
		return err
	} else if c <= 0 {
		copy(to[copy(to, left):], right)
		return nil
	}
	i, j := 0, 0
	for k := range to {
		if err := a.AttendAt(k); err != nil {
			return err
		}
		switch {
		case i == len(left):
			copy(to[k:], right[j:])
			return nil
		case j == len(right):
			copy(to[k:], left[i:])
			return nil
		}
		c, err := order.compare(left[i], right[j])
		if err != nil {
			return err
		}
		if c <= 0 {
			to[k] = left[i]
			i++
		} else {
			to[k] = right[j]
			j++
		}
	}
	return nil
}
