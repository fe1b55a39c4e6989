using System.CommandLine;

namespace Predictors.Cli;

/// <summary>An option that takes one of several words.</summary>
/// <typeparam name="T">What a word stands for.</typeparam>
internal sealed class ChoiceOption<T>
{
    private readonly (string Word, T Value)[] _choices;

    /// <summary>Makes the option; the first choice is its default.</summary>
    /// <param name="name">Its name.</param>
    /// <param name="helpName">What its value is called in the help.</param>
    /// <param name="description">What it sets.</param>
    /// <param name="choices">The words and what they stand for.</param>
    public ChoiceOption(string name, string helpName, string description, params (string Word, T Value)[] choices)
    {
        _choices = choices;
        Option = new Option<string>(name)
        {
            HelpName = helpName,
            Description = $"{description}: {string.Join(", ", choices.Select(c => c.Word))}.",
            DefaultValueFactory = _ => choices[0].Word,
        };
    }

    /// <summary>The option, to be added to a verb.</summary>
    public Option<string> Option { get; }

    /// <summary>The word that was given, or the default.</summary>
    /// <param name="parsed">The command line.</param>
    public string Word(ParseResult parsed) => parsed.GetValue(Option)!;

    /// <summary>What it stands for.</summary>
    /// <param name="parsed">The command line.</param>
    /// <exception cref="UsageException">It is none of the words.</exception>
    public T Value(ParseResult parsed)
    {
        string word = Word(parsed);
        foreach ((string choice, T value) in _choices)
        {
            if (choice == word)
            {
                return value;
            }
        }

        throw new UsageException($"{Option.Name} {word} is not accepted: one of {string.Join(", ", _choices.Select(c => c.Word))}.");
    }
}
