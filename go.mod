module github.com/burrowjs/burrow

go 1.26
