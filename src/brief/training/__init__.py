"""Train the weights of the stage `attributions` on annotated articles.

    python -m brief.training TRAIN.jsonl [--dev DEV.jsonl] [--texts MORE.jsonl] -o FILE.weights

Needs `pip install 'brief-news[train]'`. The same data and seed give the same bytes.
"""
