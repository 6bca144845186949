"""Train the weights of the stage `news` on articles with summaries that people wrote.

    python -m brief.training.summaries SUMMARIES.jsonl... [--stories FILE.jsonl...]
        [--articles FILE.jsonl...] [--weight NAME=NUMBER...] -o FILE

Summaries are articles with `references`; of stories each outlet's report is a lesson for the
others'; of articles it is learned how news is worded where it opens.


Needs `pip install 'brief-news[train]'`. The same data give the same bytes.
"""
