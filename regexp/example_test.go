package regexp_test

import (
	"fmt"

	"github.com/burrowjs/burrow/internal/jstring"
	"github.com/burrowjs/burrow/regexp"
)

func ExampleProgram_Search() {
	program, err := regexp.Compile(jstring.FromGo(`(?<year>\d{4})-(\d\d)`), jstring.FromGo("u"))
	if err != nil {
		fmt.Println(err)
		return
	}
	text := jstring.FromGo("since 2015-06, and 2024-12")
	captures, ok, err := program.Search(&regexp.Matcher{}, text, 10)
	fmt.Println(captures, ok, err)
	fmt.Println(text.Substring(captures[0], captures[1]))
	// Output:
	// [19 26 19 23 24 26] true <nil>
	// 2024-12
}
