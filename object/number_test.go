package object

import (
	"math"
	"math/big"
	"strconv"
	"strings"
	"testing"

	"github.com/burrowjs/burrow/internal/jstring"
)

func TestStringToNumber(t *testing.T) {
	nan := math.NaN()
	for _, c := range []struct {
		text string
		want float64
	}{
		{"", 0}, {" \t\n\u00a0\u2028\ufeff\u3000 ", 0}, {"0", 0}, {"-0", math.Copysign(0, -1)}, {"+7", 7}, {" 42\n", 42},
		{"1e3", 1000}, {"1E+3", 1000}, {"1e-3", 0.001}, {".5", 0.5}, {"5.", 5}, {"5.e1", 50}, {".", nan}, {"e1", nan}, {".e1", nan},
		{"1e", nan}, {"1e+", nan}, {"1 2", nan}, {"1_0", nan}, {"--1", nan}, {"0x10", 16}, {"0X1f", 31}, {"0o17", 15}, {"0B101", 5},
		{"0x", nan}, {"-0x10", nan}, {"0xg", nan}, {"0b2", nan}, {"0o8", nan}, {"Infinity", inf}, {"-Infinity", -inf}, {"+Infinity", inf},
		{"infinity", nan}, {"inf", nan}, {"NaN", nan}, {"Infinityx", nan}, {"0x1p3", nan}, {"١", nan}, {"010", 10},
		{"1e400", inf}, {"-1e400", -inf}, {"1e-400", 0}, {"5e-324", 5e-324}, {"2e-324", 0}, {"3e-324", 5e-324},
		{"1.7976931348623158e308", math.MaxFloat64}, {"1.7976931348623159e308", inf},
		{"9007199254740993", 9007199254740992}, {"9007199254740993.0000000000000000000000000000001", 9007199254740994},
		{"0x20000000000001", 9007199254740992}, {"0x20000000000003", 9007199254740996},
		{"0x200000000000010000000000000000000000000001", 4.67680523945889e+49},
		{"0x" + strings.Repeat("f", 255), math.Inf(1) - 0}, {"0x" + strings.Repeat("f", 300), inf},
		{"0b" + strings.Repeat("0", 5000) + "11", 3},
		{"0." + strings.Repeat("0", 100000) + "1e100001", 1}, {"1" + strings.Repeat("0", 100000) + "e-100000", 1},
		{"1e99999999999999999999", inf}, {"0e99999999999999999999", 0}, {"1e-99999999999999999999", 0},
		{"123456789", 123456789}, {"1234567890", 1234567890},
	} {
		if strings.HasPrefix(c.text, "0x") && len(c.text) == 257 {
			c.want = math.Ldexp(1, 1020)
		}
		got := StringToNumber(jstring.FromGo(c.text))
		if math.Float64bits(got) != math.Float64bits(c.want) && !(got != got && c.want != c.want) {
			t.Errorf("%.40q: got %v, want %v", c.text, got, c.want)
		}
	}
	// A tie that only a digit far behind breaks.
	tie := "9007199254740993." + strings.Repeat("0", 2000)
	if f := StringToNumber(jstring.FromGo(tie)); f != 9007199254740992 {
		t.Errorf("exact tie: %v", f)
	}
	if f := StringToNumber(jstring.FromGo(tie + "1")); f != 9007199254740994 {
		t.Errorf("broken tie: %v", f)
	}
}

func TestNumberToString(t *testing.T) {
	for _, c := range []struct {
		f    float64
		want string
	}{
		{0, "0"}, {math.Copysign(0, -1), "0"}, {1, "1"}, {-1, "-1"}, {255, "255"}, {256, "256"}, {-2147483648, "-2147483648"},
		{math.NaN(), "NaN"}, {inf, "Infinity"}, {-inf, "-Infinity"}, {0.1, "0.1"}, {0.5, "0.5"}, {1.5, "1.5"}, {-1.25, "-1.25"},
		{1e21, "1e+21"}, {1e20, "100000000000000000000"}, {123456789012345680000, "123456789012345680000"}, {1.2e21, "1.2e+21"},
		{0.000001, "0.000001"}, {0.0000001, "1e-7"}, {1.5e-7, "1.5e-7"}, {5e-324, "5e-324"}, {math.MaxFloat64, "1.7976931348623157e+308"},
		{9007199254740993, "9007199254740992"}, {4294967295, "4294967295"}, {123.456, "123.456"}, {1e100, "1e+100"}, {-1e-7, "-1e-7"},
	} {
		if got := NumberToString(c.f).String(); got != c.want {
			t.Errorf("%v: got %q, want %q", c.f, got, c.want)
		}
	}
}

// The expectations are Node's.
func TestNumberToStringRadix(t *testing.T) {
	for _, c := range []struct {
		f     float64
		radix int
		want  string
	}{
		{255, 16, "ff"}, {-255, 2, "-11111111"}, {0.5, 2, "0.1"}, {0.1, 3, "0.0022002200220022002200220022002201"},
		{0.1, 2, "0.0001100110011001100110011001100110011001100110011001101"}, {1e21, 36, "5v1j4f4ds7c000"},
		{math.Pi, 16, "3.243f6a8885a3"}, {1e21, 7, "5135235413265003022600000"}, {35.5, 36, "z.i"}, {1 << 53, 2, "1" + strings.Repeat("0", 53)},
		{0.9999999999999999, 36, "0.zzzzzzzzzza"}, {-0.25, 32, "-0.8"}, {5e-324, 2, "0." + strings.Repeat("0", 1073) + "1"},
	} {
		if got := NumberToStringRadix(c.f, c.radix).String(); got != c.want {
			t.Errorf("%v in base %d: got %q, want %q", c.f, c.radix, got, c.want)
		}
	}
}

func FuzzNumber(f *testing.F) {
	for _, bits := range []uint64{0, 1, math.Float64bits(0.1), math.Float64bits(1e21), math.Float64bits(123456.789), math.Float64bits(math.MaxFloat64)} {
		f.Add(bits, "1.5e3")
	}
	f.Add(uint64(42), "0x1F")
	f.Add(uint64(43), "  -.5e-7 ")
	f.Fuzz(func(t *testing.T, bits uint64, text string) {
		x := math.Float64frombits(bits)
		s := NumberToString(x)
		if back := StringToNumber(s); back != x && x == x {
			t.Errorf("%v prints as %s and reads as %v", x, s, back)
		}
		if x == x && !math.IsInf(x, 0) {
			if y, err := strconv.ParseFloat(s.String(), 64); err != nil || y != x {
				t.Errorf("strconv reads %s as %v, %v", s, y, err)
			}
		}
		for _, radix := range []int{2, 3, 8, 36} {
			if x == x && math.Abs(x) < 1<<53 && x == math.Trunc(x) {
				if got := NumberToStringRadix(x, radix).String(); got != strconv.FormatInt(int64(x), radix) {
					t.Errorf("%v in base %d: %s", x, radix, got)
				}
			}
		}
		if want := new(big.Int); x == x && !math.IsInf(x, 0) {
			big.NewFloat(math.Trunc(x)).Int(want)
			if got := Uint32OfFloat(x); got != uint32(Uint64OfBigInt(want)) {
				t.Errorf("ToUint32(%v) = %d", x, got)
			}
		}
		js := StringToNumber(jstring.FromGo(text))
		trimmed := strings.Trim(text, " \t\n\v\f\r\u00a0\ufeff")
		plain := strings.Trim(trimmed, "0123456789+-.eE") == ""
		if y, err := strconv.ParseFloat(trimmed, 64); plain && trimmed != "" {
			if (err == nil || math.IsInf(y, 0)) && y != js {
				t.Errorf("%q: got %v, strconv %v", text, js, y)
			}
			if err != nil && !math.IsInf(y, 0) && js == js {
				t.Errorf("%q: got %v, strconv %v", text, js, err)
			}
		}
	})
}

func TestStringToBigInt(t *testing.T) {
	w := newWorld(t)
	long := strings.Repeat("1234567890", 5000)
	want, _ := new(big.Int).SetString(long, 10)
	for _, c := range []struct {
		text string
		want *big.Int
	}{
		{"", big.NewInt(0)}, {" 12 ", big.NewInt(12)}, {"-12", big.NewInt(-12)}, {"0xff", big.NewInt(255)}, {"0b11", big.NewInt(3)},
		{"-0x1", nil}, {"1.5", nil}, {"1n", nil}, {"+", nil}, {"0x", nil}, {"1e3", nil}, {long, want},
	} {
		got, ok, err := StringToBigInt(w.a, jstring.FromGo(c.text))
		w.ok(err)
		if ok != (c.want != nil) || ok && got.Cmp(c.want) != 0 {
			t.Errorf("%.30q: %v %v", c.text, got, ok)
		}
	}
	for _, radix := range []int{2, 3, 10, 16, 36} {
		for _, n := range []*big.Int{want, new(big.Int).Neg(want), new(big.Int).Exp(big.NewInt(10), big.NewInt(50000), nil), big.NewInt(0), new(big.Int).Lsh(big.NewInt(1), 100000)} {
			s, err := BigIntToString(w.a, n, radix)
			w.ok(err)
			if s.String() != n.Text(radix) {
				t.Errorf("text in base %d of a number of %d bits is wrong", radix, n.BitLen())
			}
		}
	}
}

func BenchmarkNumberToString(b *testing.B) {
	for b.Loop() {
		NumberToString(123.456)
	}
}

func BenchmarkStringToNumber(b *testing.B) {
	s := jstring.FromGo("123.456")
	for b.Loop() {
		StringToNumber(s)
	}
}
