using System.CommandLine;

namespace Predictors.Cli;

/// <summary>A verb, with examples for its help.</summary>
/// <param name="name">The verb.</param>
/// <param name="description">What it does.</param>
/// <param name="examples">Command lines that work in a checkout, each with what it is for; without <c>predictors VERB</c>.</param>
internal sealed class Verb(string name, string description, params IReadOnlyList<(string Arguments, string Purpose)> examples)
    : Command(name, description)
{
    public IReadOnlyList<(string Arguments, string Purpose)> Examples { get; } = examples;

    /// <summary>Examples that need root, or what not every machine has.</summary>
    public IReadOnlyList<(string Arguments, string Purpose)> NeedRoot { get; set; } = [];

    /// <summary>Whether the verb takes Ctrl-C itself, so that it is not ended after a while.</summary>
    public bool HandlesSignals { get; init; }
}
