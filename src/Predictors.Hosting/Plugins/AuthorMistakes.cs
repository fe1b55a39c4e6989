using System.Reflection;
using Predictors.Abstractions;

namespace Predictors.Hosting;

/// <summary>The usual mistakes of a plugin's author that compile, each with what to do instead.</summary>
internal static class AuthorMistakes
{
    private const BindingFlags StaticFields = BindingFlags.Static | BindingFlags.Public | BindingFlags.NonPublic | BindingFlags.DeclaredOnly;

    /// <summary>Why a plugin brings no predictor.</summary>
    /// <param name="types">The plugin's types.</param>
    /// <returns>The nearest that it has to one, and what is missing.</returns>
    public static string WhyNothing(IReadOnlyList<Type> types)
    {
        const string Missing = "no public class in it implements IPredictorFactory<TPredictor>";
        if (types.FirstOrDefault(IsFactory) is { } hidden)
        {
            return $"{Missing}; {hidden.FullName} does, but {(hidden.IsAbstract ? "is abstract" : "is not public")}";
        }

        return types.FirstOrDefault(t => typeof(IIdlePredictor).IsAssignableFrom(t)) switch
        {
            null => $"{Missing}; 'dotnet new predictor -n MyRule' makes a project that has one",
            { IsValueType: true } rule => $"{Missing}; {rule.FullName} is a predictor: add a public IPredictorFactory<{rule.Name}>, which names and makes it",
            { } rule => $"{Missing}; {rule.FullName} is a class: make it a struct and add a public IPredictorFactory<{rule.Name}>, or give it to "
                + "a factory of ClassPredictor as new ClassPredictor(...), which is slower",
        };
    }

    /// <summary>Why a predictor's state would not be its own.</summary>
    /// <param name="predictor">The predictor's type.</param>
    /// <returns>The field that all instances share; null where there is none.</returns>
    public static string? SharedState(Type predictor) =>
        predictor.GetFields(StaticFields).FirstOrDefault(CanChange) is { } field
            ? $"{NameOf(field)} is static and can change: all vCPUs and all runs would share it, and results would depend on threads; make it a field of the instance"
            : null;

    /// <summary>What is probably not meant, though a plugin can be used with it.</summary>
    /// <param name="types">The plugin's types.</param>
    /// <param name="refusedFor">Predictors that <see cref="SharedState"/> was found in.</param>
    /// <returns>A line for each field that may be shared state.</returns>
    public static IEnumerable<string> Doubts(IEnumerable<Type> types, IReadOnlyCollection<Type> refusedFor)
    {
        foreach (Type type in types.Where(t => !refusedFor.Contains(t) && !t.Name.Contains('<', StringComparison.Ordinal)))
        {
            foreach (FieldInfo field in type.GetFields(StaticFields))
            {
                if (CanChange(field))
                {
                    yield return $"{NameOf(field)} is static and can change: a predictor that goes by it shares it with all vCPUs and runs, and results depend on threads; "
                        + "keep state in fields of the predictor";
                }
                else if (IsMutableCollection(field.FieldType))
                {
                    yield return $"{NameOf(field)} is a static {PlainName(field.FieldType)}, which all vCPUs and runs share; where it is a table that never changes, "
                        + "make it an array or a frozen or immutable collection, otherwise a field of the predictor";
                }
            }
        }
    }

    /// <summary>What a class costs that comes in through the adapter.</summary>
    /// <param name="predictor">The predictor's type.</param>
    /// <returns>The line; null for a struct.</returns>
    public static string? Slowness(Type predictor) => predictor == typeof(ClassPredictor)
        ? "is a class, and each decision two calls through an interface; as a struct that implements IIdlePredictor it is compiled into the replay loop"
        : null;

    // Threads have their own of a field marked [ThreadStatic], and a vCPU is not always replayed by the same one.
    private static bool CanChange(FieldInfo field) => !field.IsLiteral && !field.IsInitOnly;

    private static bool IsMutableCollection(Type type) =>
        type == typeof(System.Text.StringBuilder)
        || (type.Namespace is "System.Collections" or "System.Collections.Generic" or "System.Collections.Concurrent" && type is { IsClass: true, IsAbstract: false }
            && type.IsAssignableTo(typeof(System.Collections.IEnumerable)));

    private static string PlainName(Type type) => type.Name.Split('`')[0];

    // The compiler calls the field of a property <Name>k__BackingField.
    private static string NameOf(FieldInfo field) => $"{field.DeclaringType!.FullName}.{field.Name.TrimStart('<').Split('>')[0]}";

    private static bool IsFactory(Type type) =>
        type.IsClass && type.GetInterfaces().Any(i => i.IsGenericType && i.GetGenericTypeDefinition() == typeof(IPredictorFactory<>));
}
