package object

import (
	"slices"
	"unsafe"

	"github.com/burrowjs/burrow/internal/jstring"
)

// NamespaceBinding is a resolved export of a module: the variable it names, or
// the namespace object of another module. A binding with neither is not linked.
type NamespaceBinding struct {
	Name      PropertyKey
	Box       *Box
	Namespace *Object
}

// NamespaceData is the payload of module namespace exotic objects (10.4.6).
type NamespaceData struct {
	Module   unsafe.Pointer // of the interpreter's type
	Deferred bool           // import defer: most accesses evaluate the module first
	bindings []NamespaceBinding
	index    map[PropertyKey]int
}

// ClassModuleNamespace is the class of module namespace objects.
var ClassModuleNamespace = &Class{Name: "Module", Kind: KindOther}

// EvaluateDeferredHook evaluates the module of a deferred namespace object if
// that has not happened yet; set by interp.
var EvaluateDeferredHook func(a *Agent, d *NamespaceData) error

// TraceModuleHook visits what a module refers to; set by interp.
var TraceModuleHook func(module unsafe.Pointer, v Visitor)

func init() {
	c := ClassModuleNamespace
	c.SetPrototypeOf = SetImmutablePrototype
	c.IsExtensible = func(a *Agent, o *Object) (bool, error) { return false, nil }
	c.PreventExtensions = func(a *Agent, o *Object) (bool, error) { return true, nil }
	c.GetOwnProperty = namespaceGetOwnProperty
	c.DefineOwnProperty = namespaceDefineOwnProperty
	c.HasProperty = namespaceHasProperty
	c.Get = namespaceGet
	c.Set = func(a *Agent, o *Object, k PropertyKey, v, receiver Value) (bool, error) { return false, nil }
	c.Delete = namespaceDelete
	c.OwnPropertyKeys = namespaceOwnPropertyKeys
	c.Trace = func(o *Object, v Visitor) {
		d := (*NamespaceData)(o.ext)
		for i := range d.bindings {
			if b := &d.bindings[i]; b.Box != nil {
				v.Value(b.Box.V)
			} else if b.Namespace != nil {
				v.Object(b.Namespace)
			}
		}
		if TraceModuleHook != nil && d.Module != nil {
			TraceModuleHook(d.Module, v)
		}
	}
	c.Size = func(o *Object) int {
		d := (*NamespaceData)(o.ext)
		return int(unsafe.Sizeof(*d)) + len(d.bindings)*(int(unsafe.Sizeof(NamespaceBinding{}))+48)
	}
}

// ModuleNamespaceCreate is 10.4.6.12, https://tc39.es/ecma262/#sec-modulenamespacecreate
// It takes over bindings and sorts them.
func ModuleNamespaceCreate(a *Agent, module unsafe.Pointer, bindings []NamespaceBinding, deferred bool) *Object {
	slices.SortFunc(bindings, func(x, y NamespaceBinding) int {
		return jstring.Compare(x.Name.String(), y.Name.String())
	})
	d := &NamespaceData{Module: module, Deferred: deferred, bindings: bindings, index: make(map[PropertyKey]int, len(bindings))}
	for i := range bindings {
		d.index[bindings[i].Name] = i
	}
	o := New(a, ClassModuleNamespace, nil, d)
	tag := "Module"
	if deferred {
		tag = "Deferred Module"
	}
	o.addProperty(a, SymbolKey(SymbolToStringTag), StrGo(tag), 0)
	o.toUnique()
	o.flags &^= flagExtensible
	return o
}

// Bindings returns the exports in the order of their names.
func (d *NamespaceData) Bindings() []NamespaceBinding { return d.bindings }

// isSymbolLike tells the keys that are no exports: symbols, and then in
// deferred namespaces.
func (d *NamespaceData) isSymbolLike(a *Agent, k PropertyKey) bool {
	return !k.IsString() || d.Deferred && k == a.NameKey(NameThen)
}

// export finds the export k after evaluating the module of a deferred namespace.
func (o *Object) export(a *Agent, k PropertyKey) (*NamespaceBinding, error) {
	d := (*NamespaceData)(o.ext)
	if d.Deferred {
		if err := EvaluateDeferredHook(a, d); err != nil {
			return nil, err
		}
	}
	if i, ok := d.index[k]; ok {
		return &d.bindings[i], nil
	}
	return nil, nil
}

func (b *NamespaceBinding) value(a *Agent) (Value, error) {
	switch {
	case b.Namespace != nil:
		return Obj(b.Namespace), nil
	case b.Box == nil || b.Box.V.IsTDZ():
		return Undefined, a.ReferenceError("Cannot access '%s' before initialization", keyText(b.Name))
	}
	return b.Box.V, nil
}

// namespaceGetOwnProperty is 10.4.6.5, https://tc39.es/ecma262/#sec-module-namespace-exotic-objects-getownproperty-p
func namespaceGetOwnProperty(a *Agent, o *Object, k PropertyKey) (PropertyDescriptor, bool, error) {
	if (*NamespaceData)(o.ext).isSymbolLike(a, k) {
		d, ok := OrdinaryGetOwnProperty(a, o, k)
		return d, ok, nil
	}
	b, err := o.export(a, k)
	if err != nil || b == nil {
		return PropertyDescriptor{}, false, err
	}
	v, err := b.value(a)
	if err != nil {
		return PropertyDescriptor{}, false, err
	}
	return DataDescriptor(v, AttrWritable|AttrEnumerable), true, nil
}

// namespaceDefineOwnProperty is 10.4.6.6, https://tc39.es/ecma262/#sec-module-namespace-exotic-objects-defineownproperty-p-desc
func namespaceDefineOwnProperty(a *Agent, o *Object, k PropertyKey, d *PropertyDescriptor) (bool, error) {
	if (*NamespaceData)(o.ext).isSymbolLike(a, k) {
		return OrdinaryDefineOwnProperty(a, o, k, d)
	}
	current, found, err := namespaceGetOwnProperty(a, o, k)
	if err != nil || !found {
		return false, err
	}
	if d.Has&HasConfigurable != 0 && d.Configurable() || d.Has&HasEnumerable != 0 && !d.Enumerable() ||
		d.IsAccessor() || d.Has&HasWritable != 0 && !d.Writable() {
		return false, nil
	}
	return d.Has&HasValue == 0 || SameValue(d.Value, current.Value), nil
}

// namespaceHasProperty is 10.4.6.7, https://tc39.es/ecma262/#sec-module-namespace-exotic-objects-hasproperty-p
func namespaceHasProperty(a *Agent, o *Object, k PropertyKey) (bool, error) {
	if (*NamespaceData)(o.ext).isSymbolLike(a, k) {
		_, ok := OrdinaryGetOwnProperty(a, o, k)
		return ok, nil
	}
	b, err := o.export(a, k)
	return b != nil, err
}

// namespaceGet is 10.4.6.8, https://tc39.es/ecma262/#sec-module-namespace-exotic-objects-get-p-receiver
func namespaceGet(a *Agent, o *Object, k PropertyKey, receiver Value) (Value, error) {
	if (*NamespaceData)(o.ext).isSymbolLike(a, k) {
		d, _ := OrdinaryGetOwnProperty(a, o, k)
		if d.Has == 0 {
			return Undefined, nil
		}
		return d.Value, nil
	}
	b, err := o.export(a, k)
	if err != nil || b == nil {
		return Undefined, err
	}
	return b.value(a)
}

// namespaceDelete is 10.4.6.10, https://tc39.es/ecma262/#sec-module-namespace-exotic-objects-delete-p
func namespaceDelete(a *Agent, o *Object, k PropertyKey) (bool, error) {
	if (*NamespaceData)(o.ext).isSymbolLike(a, k) {
		_, _, attrs, ok := o.ownSlot(a, k)
		return !ok || attrs&AttrConfigurable != 0, nil
	}
	b, err := o.export(a, k)
	return err == nil && b == nil, err
}

// namespaceOwnPropertyKeys is 10.4.6.11, https://tc39.es/ecma262/#sec-module-namespace-exotic-objects-ownpropertykeys
func namespaceOwnPropertyKeys(a *Agent, o *Object) ([]PropertyKey, error) {
	d := (*NamespaceData)(o.ext)
	if d.Deferred {
		if err := EvaluateDeferredHook(a, d); err != nil {
			return nil, err
		}
	}
	keys := make([]PropertyKey, 0, len(d.bindings)+1)
	for i := range d.bindings {
		if d.Deferred && d.bindings[i].Name == a.NameKey(NameThen) {
			continue
		}
		keys = append(keys, d.bindings[i].Name)
	}
	return append(keys, SymbolKey(SymbolToStringTag)), nil
}
