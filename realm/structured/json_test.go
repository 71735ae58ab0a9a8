package structured_test

import (
	"os"
	"strings"
	"testing"

	"github.com/burrowjs/burrow/internal/jstring"
	"github.com/burrowjs/burrow/object"
	_ "github.com/burrowjs/burrow/realm/fundamental"
	"github.com/burrowjs/burrow/realm/realmtest"
	"github.com/burrowjs/burrow/realm/structured"
)

func json(w *realmtest.World, name string) object.Value {
	w.Helper()
	return w.Get(structured.Globals[0].Ref, name)
}

// TestParse reads texts with what Node says about them: "=" and the value
// written again, or "!" and the message of the error.
func TestParse(t *testing.T) {
	w := realmtest.New(t)
	data, err := os.ReadFile("testdata/parse.json")
	w.OK(err)
	table := w.Call(json(w, "parse"), nil, string(data))
	n := int(w.Of(table, "length").AsInt())
	if n < 80 {
		t.Fatalf("only %d cases", n)
	}
	for i := range n {
		row, err := table.AsObject().Get(w.Agent, object.IndexKey(uint32(i)))
		w.OK(err)
		text, want := w.Of(row, "0"), w.Of(row, "1").AsString().String()
		got := ""
		v, err := w.Try(json(w, "parse"), nil, text)
		if err != nil {
			thrown, _ := object.Catch(err)
			got = "!" + w.Of(thrown, "message").AsString().String()
		} else {
			got = "=" + w.Call(json(w, "stringify"), nil, v).AsString().String()
		}
		if got != want {
			t.Errorf("%s\n got %s\nwant %s", text.AsString(), got, want)
		}
	}
}

func TestParseWide(t *testing.T) {
	w := realmtest.New(t)
	v := w.Call(json(w, "parse"), nil, `{"α":[1,2.5,"β\u03b3"],"a":{"α":null}}`)
	w.Is(w.Call(json(w, "stringify"), nil, v), `{"α":[1,2.5,"βγ"],"a":{"α":null}}`)
}

func TestParseDeep(t *testing.T) {
	w := realmtest.New(t)
	const depth = 100000
	v := w.Call(json(w, "parse"), nil, strings.Repeat("[", depth)+strings.Repeat("]", depth))
	_, err := w.Try(json(w, "stringify"), nil, v)
	w.Throws(err, "RangeError: Maximum call stack size exceeded")
}

func TestReviver(t *testing.T) {
	w := realmtest.New(t)
	log := ""
	reviver := func(c *object.Call) (object.Value, error) {
		log += c.Arg(0).AsString().String()
		if source := w.Of(c.Arg(2), "source"); source.IsString() {
			log += "=" + source.AsString().String()
		}
		log += ";"
		if c.Arg(1).IsNumber() && c.Arg(1).AsNumber() == 2 {
			return object.Undefined, nil
		}
		return c.Arg(1), nil
	}
	v := w.Call(json(w, "parse"), nil, `{"a":[1.0,2],"b":"x", "c" : -0}`, reviver)
	if want := "0=1.0;1=2;a;b=\"x\";c=-0;;"; log != want {
		t.Errorf("got %s, want %s", log, want)
	}
	w.Is(w.Call(json(w, "stringify"), nil, v), `{"a":[1,null],"b":"x","c":0}`)
}

func TestStringify(t *testing.T) {
	w := realmtest.New(t)
	stringify := func(v any, args ...any) object.Value {
		t.Helper()
		return w.Call(json(w, "stringify"), nil, append([]any{v}, args...)...)
	}
	o := map[string]any{"a": []any{1, nil, map[string]any{}}, "b": nil, "c": "\"\n\x7f\u2028", "d": map[string]any{"e": 1.5}}
	w.Is(stringify(o), `{"a":[1,null,{}],"c":"\"\n`+"\x7f\u2028"+`","d":{"e":1.5}}`)
	w.Is(stringify(o, []any{"d", "e", "d"}, 1), "{\n \"d\": {\n  \"e\": 1.5\n }\n}")
	w.Is(stringify([]any{}, nil, "--"), "[]")
	w.Is(stringify([]any{1}, nil, "--"), "[\n--1\n]")
	w.Is(stringify(nil), nil)
	w.Is(stringify(func(c *object.Call) (object.Value, error) { return object.Undefined, nil }), nil)
	w.Is(stringify(object.Str(jstring.FromUTF16([]uint16{0xD800, 'a', 0xDC00, 0xD83D, 0xDE00}))), `"\ud800a\udc00😀"`)
	w.Is(stringify(map[string]any{"x": 1}, func(c *object.Call) (object.Value, error) {
		if c.Arg(0).AsString().Len() == 0 {
			return c.Arg(1), nil
		}
		return object.StrGo("r"), nil
	}), `{"x":"r"}`)
	w.Is(stringify(map[string]any{"x": map[string]any{"toJSON": func(c *object.Call) (object.Value, error) { return c.Arg(0), nil }}}), `{"x":"x"}`)
	raw := w.Call(json(w, "rawJSON"), nil, "1.00")
	w.Is(w.Call(json(w, "isRawJSON"), nil, raw), true)
	w.Is(stringify([]any{raw}), "[1.00]")
}

// TestStringifyChangedShape has a callback change the object that is written.
func TestStringifyChangedShape(t *testing.T) {
	w := realmtest.New(t)
	o := w.V(map[string]any{"a": map[string]any{}, "b": 1, "c": 2})
	inner := w.Of(o, "a").AsObject()
	w.OK(inner.Set(w.Agent, w.Agent.Key("toJSON"), w.V(func(c *object.Call) (object.Value, error) {
		_, err := o.AsObject().Delete(c.Agent, c.Agent.Key("b"))
		return object.Int(0), err
	}), true))
	w.Is(w.Call(json(w, "stringify"), nil, o), `{"a":0,"c":2}`)
}

func TestCircular(t *testing.T) {
	w := realmtest.New(t)
	o := w.V(map[string]any{"a": map[string]any{"b": map[string]any{"c": map[string]any{"d": []any{}}}}})
	last := w.Of(w.Of(w.Of(w.Of(o, "a"), "b"), "c"), "d")
	w.OK(last.AsObject().Set(w.Agent, object.IndexKey(0), o, true))
	_, err := w.Try(json(w, "stringify"), nil, o)
	w.Throws(err, `TypeError: Converting circular structure to JSON
    --> starting at object with constructor 'Object'
    |     property 'a' -> object with constructor 'Object'
    |     property 'b' -> object with constructor 'Object'
    |     ...
    |     property 'd' -> object with constructor 'Object'
    --- index 0 closes the circle`)
}

func BenchmarkParse(b *testing.B) {
	w := realmtest.New(b)
	text := w.V("[" + strings.Repeat(`{"id":12345,"name":"some name","tags":["a","b"],"score":3.25,"nested":{"x":1,"y":null}},`, 1000) + "0]")
	b.SetBytes(int64(text.AsString().Len()))
	for b.Loop() {
		w.Call(json(w, "parse"), nil, text)
	}
}

func BenchmarkStringify(b *testing.B) {
	w := realmtest.New(b)
	text := "[" + strings.Repeat(`{"id":12345,"name":"some name","tags":["a","b"],"score":3.25,"nested":{"x":1,"y":null}},`, 1000) + "0]"
	v := w.Call(json(w, "parse"), nil, text)
	b.SetBytes(int64(len(text)))
	for b.Loop() {
		w.Call(json(w, "stringify"), nil, v)
	}
}
